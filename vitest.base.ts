/**
 * What the tests of every package have in common, whoever starts them: time enough for a busy machine. A test that takes seconds there is no defect; one that hangs
 * still ends.
 */
export const patience = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // A test that asserts nothing fails, such as one whose assertions stand in a callback that nobody calls.
  expect: { poll: { timeout: 60_000 }, requireAssertions: true },
};
