/**
 * How much is tested. `npm test` runs what fits its ten minutes; `FINAUTH_TESTS=whole` adds the `*.whole.test.ts` and the rows that tables leave out, as
 * .github/workflows/ci.yml does; `FINAUTH_TESTS=quick` also leaves out the `*.slow.test.ts`, as `npm run dev` does.
 */
const scope = process.env['FINAUTH_TESTS'];

/** Whether all is to be tested, however long it takes. */
export const isWhole: boolean = scope === 'whole';

/** What is not tested this time. */
const leftOut = [...(scope === 'quick' ? ['**/*.slow.test.ts'] : []), ...(isWhole ? [] : ['**/*.whole.test.ts'])];

/**
 * What the tests of every package have in common, whoever starts them: time enough for a busy machine. A test that takes seconds there is no defect; one that hangs
 * still ends.
 */
export const patience = {
  exclude: ['**/node_modules/**', ...leftOut],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // A test that asserts nothing fails, such as one whose assertions stand in a callback that nobody calls.
  expect: { poll: { timeout: 60_000 }, requireAssertions: true },
};
