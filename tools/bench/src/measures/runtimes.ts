import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

/** A runtime that signs on demand. */
export interface SigningRuntime {
  readonly name: string;
  /** Milliseconds for so many signatures, made in this way. */
  sign(way: string, count: number): Promise<number>;
  close(): Promise<void> | void;
}

/** The program in the package for this platform, of those that a runtime's package names: a script would else put it in place when it is installed. */
function programOf(name: string): string {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const near = createRequire(manifest);
  const { optionalDependencies } = near(manifest) as { optionalDependencies: Record<string, string> };
  for (const platform of Object.keys(optionalDependencies)) {
    const found = near.resolve.paths(platform)!.flatMap((folder) => [join(folder, platform, 'bin', name), join(folder, platform, name)]);
    const program = found.find((path) => existsSync(path));
    if (program !== undefined) return program;
  }
  throw new Error(`${name} has no program for ${process.platform} ${process.arch}`);
}

/** Every runtime, started. */
export async function startRuntimes(scratch: string): Promise<SigningRuntime[]> {
  const script = join(import.meta.dirname, 'signaturesLoop.ts');
  const bundled = join(scratch, 'signatures.mjs');
  await bundle(script, bundled);
  const worker = join(scratch, 'worker.mjs');
  await bundle(join(import.meta.dirname, 'signaturesScript.ts'), worker);
  return [
    startProcess(`Node ${process.versions.node}`, process.execPath, [bundled]),
    startProcess('Bun', programOf('bun'), [bundled]),
    startProcess('Deno', programOf('deno'), ['run', '--no-lock', bundled]),
    startWorkerd(await readFile(worker, 'utf8')),
  ];
}

async function bundle(entry: string, outfile: string): Promise<void> {
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', target: 'es2023', external: ['node:*'], logLevel: 'warning' });
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
    // What it costs to ask is measured too, and taken off.
    sign: async (way, count) => Math.max(0, (await post(way, count)) - (await post(way, 0))),
    close: () => worker.dispose(),
  };
}
