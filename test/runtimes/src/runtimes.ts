import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodes } from '@finauth-sdk/test-nodes';
import type { Environment, Outcome } from '@finauth-sdk/test-suite';
import { Miniflare } from 'miniflare';
import { type FinauthPage, openPage } from './page.ts';
import { bundle } from './bundle.ts';
import { run, runnerPath } from './run.ts';

/** What a runtime calls itself, and what became of the suite on it. */
export interface Report {
  readonly runtime: string;
  readonly outcomes: readonly Outcome[];
}

/** How a runtime is started: what it is given comes after its own arguments. */
export interface Command {
  readonly name: string;
  readonly path: string;
  readonly args?: readonly string[];
}

export type Runtime = readonly [name: string, run: (environment: Environment) => Promise<Report>];

const require = createRequire(import.meta.url);
const binOf = (name: string, file: string): string => join(dirname(require.resolve(`${name}/package.json`)), file);

// Deno's own permissions hold it to this machine.
const DENO = [
  'run',
  '--no-lock',
  '--no-remote',
  '--cached-only',
  '--node-modules-dir=manual',
  '--allow-net=127.0.0.1',
  '--allow-env',
  '--allow-read',
  `--allow-write=${tmpdir()}`,
];

/** The runtimes with a command line. They look the packages up in node_modules by themselves. */
export const commands: readonly Command[] = [
  ...nodes,
  { name: 'Bun', path: binOf('bun', 'bin/bun.exe'), args: ['run'] },
  { name: 'Deno', path: process.execPath, args: [binOf('deno', 'bin.cjs'), ...DENO] },
];

/** Every runtime that is supported. */
export const runtimes: readonly Runtime[] = [
  ...commands.map((command) => running(command, 'command.mjs')),
  // As in what loads no ES module by require(): Jest, Yarn PnP, whoever forbids it.
  ...[nodes[0]!, nodes.at(-1)!].map(({ name, path }) =>
    running({ name: `${name}, CommonJS`, path, args: ['--no-experimental-require-module'] }, 'command.cjs'),
  ),
  ['workerd', (environment) => runInWorkerd(environment, 'worker.mjs', 'workerd')],
  ['workerd, CommonJS', (environment) => runInWorkerd(environment, 'workerRequire.mjs', 'workerd, CommonJS')],
  // Where a secret does not belong, and the code runs all the same.
  ['Chromium', runInChromium],
];

function running({ name, path, args = [] }: Command, runner: string): Runtime {
  return [name, async (environment) => (await run(path, [...args, runnerPath(runner), JSON.stringify(environment)])) as Report];
}

async function runInWorkerd(environment: Environment, runner: string, name: string): Promise<Report> {
  // As wrangler bundles for Workers. No Node API is asked for.
  const script = await bundle(runner, 'esm', ['workerd', 'worker', 'browser']);
  const workerd = new Miniflare({ modules: true, script, compatibilityDate: '2026-01-01', cf: false });
  try {
    const answer = await workerd.dispatchFetch('http://worker/', { method: 'POST', body: JSON.stringify(environment) });
    if (!answer.ok) throw new Error(await answer.text());
    return {
      runtime: `${name}, Miniflare ${(require('miniflare/package.json') as { version: string }).version}`,
      outcomes: (await answer.json()) as Outcome[],
    };
  } finally {
    await workerd.dispose();
  }
}

async function runInChromium(environment: Environment): Promise<Report> {
  // The sandbox's own page, since a page may call nobody else's server without being asked to.
  const { browser, page } = await openPage(environment.baseUrl);
  try {
    await page.evaluate(await bundle('page.mjs', 'iife', ['browser']));
    const outcomes = await page.evaluate((given) => (globalThis as unknown as FinauthPage).finauthPage.run(given), environment);
    return { runtime: `Chromium ${browser.version()}`, outcomes };
  } finally {
    await browser.close();
  }
}
