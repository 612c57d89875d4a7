import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { standOut } from './standOut.ts';

/** A runtime that signs on demand. */
export interface SigningRuntime {
  readonly name: string;
  /** Milliseconds for so many signatures, made in this way. */
  sign(way: string, count: number): Promise<number>;
  close(): Promise<void> | void;
}

const require = createRequire(import.meta.url);

/** Put into place by Bun's install script, which the workspace allows. Under this name on every system. */
function bunProgram(): string {
  return join(dirname(require.resolve('bun/package.json')), 'bin/bun.exe');
}

/** Deno's install script is not run: its program is still in the package for this platform, one of those that its package names. */
function denoProgram(): string {
  const manifest = require.resolve('deno/package.json');
  const near = createRequire(manifest);
  const { optionalDependencies } = near(manifest) as { optionalDependencies: Record<string, string> };
  const folders = Object.keys(optionalDependencies).flatMap((name) => near.resolve.paths(name)!.map((folder) => join(folder, name)));
  const program = folders.map((folder) => join(folder, 'deno')).find((path) => existsSync(path));
  if (program === undefined) throw new Error(`Deno has no program for ${process.platform} ${process.arch}`);
  return program;
}

// Deno's own permissions hold it to what is installed.
const DENO = ['run', '--no-lock', '--no-remote', '--cached-only', '--node-modules-dir=manual', '--allow-env', '--allow-read'];

/** Every runtime, started. Those with a file system look the packages up themselves, since the SDK has other code for one than for another. */
export async function startRuntimes(): Promise<SigningRuntime[]> {
  const script = join(import.meta.dirname, 'signaturesLoop.ts');
  const [bun, deno] = [bunProgram(), denoProgram()];
  const worker = await bundleWorker(join(import.meta.dirname, 'signaturesScript.ts'));
  return [
    startProcess(`Node ${process.versions.node}`, process.execPath, [script]),
    startProcess('Bun', bun, ['run', script]),
    startProcess('Deno', deno, [...DENO, script]),
    startWorkerd(worker),
  ];
}

/** As wrangler bundles for Workers. */
async function bundleWorker(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2023',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*'],
    logLevel: 'warning',
    write: false,
  });
  return outputFiles[0]!.text;
}

function startProcess(name: string, command: string, args: string[]): SigningRuntime {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    name,
    async sign(way, count) {
      child.stdin.write(`${way} ${count}\n`);
      const { value, done } = (await lines.next()) as { value: string; done?: boolean };
      if (done) throw new Error(`${name} ended before it had signed`);
      return Number(value);
    },
    close: () => void child.stdin.end(),
  };
}

function startWorkerd(script: string): SigningRuntime {
  const worker = new Miniflare({ modules: true, script, compatibilityDate: '2026-01-01', compatibilityFlags: ['nodejs_compat'] });
  const post = async (way: string, count: number): Promise<number> => {
    const start = performance.now();
    const response = await worker.dispatchFetch('http://worker/', { method: 'POST', body: JSON.stringify({ way, count }) });
    if (!response.ok) throw new Error(await response.text());
    await response.text();
    return performance.now() - start;
  };
  return {
    name: 'workerd',
    sign: (way, count) => standOut((many) => post(way, many), count),
    close: () => worker.dispose(),
  };
}
