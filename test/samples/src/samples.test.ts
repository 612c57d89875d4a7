import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import type { Contract } from '@finauth-sdk/generate/contract';
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { type BehindProxy, behindProxy } from '@finauth-sdk/test-proxy/behindProxy';
import { HOST, serverCa } from '@finauth-sdk/test-proxy/certificates';
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root, spec, workplace } from './places.ts';
import { run } from './run.ts';
import { type Sample, samples } from './samples.ts';
import { SERVERS } from './server.ts';

const binOf = (name: string, bin: string): string => join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), bin);
// The package with all the lines of Node would put its own first in the path of whatever depends on it, so it is looked up from outside.
const oldestNode = createRequire(join(root, 'test/nodes/package.json')).resolve('node-20/bin/node');
/** As the quickstart tells to save it. */
const asModule = (file: string): string => {
  copyFileSync(join(workplace, file), join(workplace, FIRST));
  return FIRST;
};
const commands: Record<Sample['by'], (file: string) => [string, string[]]> = {
  node: (file) => [process.execPath, [file]],
  oldestNode: (file) => [oldestNode, [asModule(file)]],
  sh: (file) => ['sh', [file]],
  python3: (file) => ['python3', [file]],
  java: (file) => ['java', [file]],
  go: (file) => ['go', ['run', file]],
  php: (file) => ['php', [file]],
  kotlinc: (file) => ['kotlinc', [file, '-d', 'handOver.jar']],
  swiftc: (file) => ['swiftc', ['-typecheck', file]],
  // With the time limits of the tests here: a sample has no settings of its own.
  vitest: (file) => [process.execPath, [binOf('vitest', 'vitest.mjs'), 'run', '--testTimeout=120000', '--hookTimeout=120000', file]],
};

/** Run where there is a Redis: test/fleet. */
const ELSEWHERE = ['fleet.ts', 'sharedEndpoint.ts'];

/** What the quickstart has its sample saved as. */
const FIRST = 'first.mjs';

let sandbox: Sandbox;
let behind: BehindProxy;
let contract: Contract;
beforeAll(async () => {
  [sandbox, behind, contract] = await Promise.all([startSandbox(), behindProxy(), bundleSpec(spec)]);
  await writeFile(join(workplace, 'credentials.json'), JSON.stringify(sandbox.credentials));
});
afterAll(async () => {
  await Promise.all([sandbox.close(), behind[Symbol.asyncDispose]()]);
});

it('every sample has its output written down', () => {
  expect([...Object.keys(samples), ...SERVERS, ...ELSEWHERE].sort(), 'say in samples.ts what a new sample prints').toEqual(
    // Those of frameworks are run where the frameworks are: test/registry.
    readdirSync(join(spec, 'samples'))
      .filter((file) => file !== 'frameworks')
      .sort(),
  );
});

it.for(Object.entries(samples))(
  '%s prints what it is to print',
  async ([file, { by, env, behindProxy: proxied, prints, complains, needs = [], optional }], { skip }) => {
    const missing = needs.filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);
    if (missing.length > 0) {
      const why = `NOT RUN: ${file}, since this machine has no ${missing.join(' and no ')}`;
      // Nobody reads the log of a machine that is to have everything: there it fails.
      if (process.env['CI'] && !optional) expect.fail(why);
      // The reporter only counts what is skipped.
      console.warn(why);
      skip(why);
    }
    const proxy = proxied ? await behind.proxy({ login: { user: 'jane', password: 'p@ssword' } }) : undefined;
    const { stdout, stderr, exitCode } = await run(...commands[by](file), {
      FINAUTH_BASE_URL: sandbox.url,
      FINAUTH_REGION: contract.servers[0]!['x-region'],
      FINAUTH_API_KEY: sandbox.credentials.apiKey,
      FINAUTH_API_SECRET: sandbox.credentials.apiSecret,
      ...(proxy && { FINAUTH_BASE_URL: behind.baseUrl, HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: serverCa }),
      ...env?.(sandbox),
    });
    if (proxy !== undefined) expect(proxy.requests).toContain(`CONNECT ${HOST}:443`);
    const issued = proxy === undefined ? sandbox.issued : behind.sandbox.issued;
    const world = { sandbox, token: [...issued].at(-1)?.token, signature: contract['x-signature'] };
    expectText(stderr, complains?.(world) ?? '');
    expectText(stdout, prints(world));
    expect(exitCode).toBe(0);
  },
);

function expectText(text: string, expected: string | RegExp): void {
  if (expected instanceof RegExp) expect(text).toMatch(expected);
  else expect(text).toBe(expected);
}

it('the quickstart says to save its sample as what is run above, for the Node that it is run with', async () => {
  const guide = readFileSync(join(spec, 'guides/1-quickstart.md'), 'utf8');
  expect(guide).toContain(`Save this as \`${FIRST}\`, and run it with \`node ${FIRST}\`:\n\n<!-- sample: sandbox.ts -->`);
  const { stdout } = await run(oldestNode, ['--version'], {});
  expect(guide).toMatch(new RegExp(`You need Node ${stdout.slice(1).split('.').slice(0, 2).join('\\.')}\\b.* or later`));
});

it('every sample in TypeScript passes the strictest checks', async () => {
  const { stdout, stderr } = await run(process.execPath, [binOf('typescript', 'bin/tsc'), '--project', '.'], {});
  expect(stdout + stderr).toBe('');
});
