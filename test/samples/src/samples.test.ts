import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import type { Contract } from '@finauth-sdk/generate/contract';
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { spec, workplace } from './places.ts';
import { run } from './run.ts';
import { type Sample, samples } from './samples.ts';
import { SERVER } from './server.ts';

const binOf = (name: string, bin: string): string => join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), bin);
const commands: Record<Sample['by'], (file: string) => [string, string[]]> = {
  node: (file) => [process.execPath, [file]],
  sh: (file) => ['sh', [file]],
  vitest: (file) => [process.execPath, [binOf('vitest', 'vitest.mjs'), 'run', file]],
};

let sandbox: Sandbox;
let contract: Contract;
beforeAll(async () => {
  [sandbox, contract] = await Promise.all([startSandbox(), bundleSpec(spec)]);
  await writeFile(join(workplace, 'credentials.json'), JSON.stringify(sandbox.credentials));
});
afterAll(() => sandbox.close());

it('every sample has its output written down', () => {
  expect([...Object.keys(samples), SERVER].sort(), 'say in samples.ts what a new sample prints').toEqual(
    readdirSync(join(spec, 'samples')).sort(),
  );
});

it.for(Object.entries(samples))('%s prints what it is to print', async ([file, { by, env, prints, complains, needs = [] }], { skip }) => {
  const missing = needs.filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);
  skip(missing.length > 0, `this machine has no ${missing.join(' and no ')}`);
  const { stdout, stderr, exitCode } = await run(...commands[by](file), {
    FINAUTH_BASE_URL: sandbox.url,
    FINAUTH_REGION: contract.servers[0]!['x-region'],
    FINAUTH_API_KEY: sandbox.credentials.apiKey,
    FINAUTH_API_SECRET: sandbox.credentials.apiSecret,
    ...env?.(sandbox),
  });
  const world = { sandbox, token: [...sandbox.issued].at(-1)?.token, signature: contract['x-signature'] };
  expectText(stderr, complains?.(world) ?? '');
  expectText(stdout, prints(world));
  expect(exitCode).toBe(0);
});

function expectText(text: string, expected: string | RegExp): void {
  if (expected instanceof RegExp) expect(text).toMatch(expected);
  else expect(text).toBe(expected);
}

it('every sample in TypeScript passes the strictest checks', async () => {
  const { stdout, stderr } = await run(process.execPath, [binOf('typescript', 'bin/tsc'), '--project', '.'], {});
  expect(stdout + stderr).toBe('');
});
