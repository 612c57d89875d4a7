import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generate } from './generate.ts';
import { testSpec } from './testing/testSpec.ts';
import { withChangedSpec } from './testing/withChangedSpec.ts';

test('the code in the repo is what the spec makes', async () => {
  const { exitCode, output } = await check();
  expect(exitCode, output).toBe(0);
});

test('makes the same bytes each time', async () => {
  expect(await generate()).toEqual(await generate());
});

test('carries a new region, a new code and a new limit into the code', async () => {
  const outputs = await withChangedSpec('openapi.yaml', 'x-region: idn', 'x-region: jkt', generate);
  expect(outputs.get('packages/client/src/generated/servers.ts')).toMatch(/^export type Region = .*'jkt'/m);
  const before = await generate(testSpec);
  expect([...outputs].flatMap(([path, text]) => (text === before.get(path) ? [] : [path]))).toEqual([
    'packages/client/src/generated/servers.ts',
  ]);

  const limited = await withChangedSpec('components/schemas/GetBizTokenRequest.yaml', /x-maxBytes: \d+/, 'x-maxBytes: 37', generate);
  expect(limited.get('packages/validator/src/generated/checks.js')).toContain('> 37');
  expect(limited.get('packages/client/src/generated/byteLimits.ts')).toContain('uuid: 37');
});

test('gives each code, reason and gateway of the error model an answer in the sandbox, with no edit there', async () => {
  const added = '  MORE_RETRY_TIMES:\n';
  const scenarios = await withChangedSpec(
    'components/responses/Forbidden.yaml',
    'UNLISTED_REASON:\n        summary: A reason that nobody has listed\n        value:\n          error: "AUTHORIZATION_ERROR: SOMETHING_NEW"',
    'A_NEW_ONE:\n        summary: New\n        value:\n          error: "AUTHORIZATION_ERROR: BRAND_NEW"',
    async (spec) => {
      const errors = join(spec, 'errors.yaml');
      const text = await readFile(errors, 'utf8');
      expect(text).toContain(added);
      const reason = '      BRAND_NEW:\n        retry: never\n        meaning: New.\n        remedy: Wait.\n';
      const gateway = '  "599":\n    retry: never\n    meaning: Gone.\n    remedy: Wait.\n';
      await writeFile(errors, text.replace(`    ${added}`, `${reason}    ${added}`).replace('gateways:\n', `gateways:\n${gateway}`));
      // Another operation has an answer of that name too.
      const forbidden = join(spec, 'components/responses/VerifyForbidden.yaml');
      await writeFile(forbidden, (await readFile(forbidden, 'utf8')).replace(/ {6}UNLISTED_REASON:\n(?: {8}.*\n)+/, ''));
      const path = join(spec, 'paths/get_biz_token.yaml');
      const response = '    "599":\n      $ref: ../components/responses/GatewayTimeout.yaml\n';
      await writeFile(path, (await readFile(path, 'utf8')).replace('    "504":\n', `${response}    "504":\n`));
      return (await generate(spec)).get('packages/sandbox/src/generated/scenarios.ts')!;
    },
  );
  expect(scenarios).toContain(`BRAND_NEW: 'sandbox-BRAND_NEW'`);
  expect(scenarios).toContain(`error: 'AUTHORIZATION_ERROR: BRAND_NEW'`);
  expect(scenarios).toContain(`'599': 'sandbox-599'`);
  expect(scenarios).not.toContain('A_NEW_ONE');
  expect(scenarios).not.toContain('UNLISTED_REASON');
});

/** What `npm run generate -- --check` says: the same words in the test as on the console. */
function check(): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [join(import.meta.dirname, 'main.ts'), '--check'], (_, stdout, stderr) => {
      done({ exitCode: child.exitCode, output: stdout + stderr });
    });
  });
}
