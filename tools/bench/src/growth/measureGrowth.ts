import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { copyRepo } from '../../../copyRepo.ts';
import { spread } from '../statistics.ts';
import { addOperations } from './addOperations.ts';

const root = join(import.meta.dirname, '../../../..');
const run = promisify(execFile);

/** What an API of so many operations more costs those who maintain it, and those who use it. */
export interface Growth {
  readonly operations: number;
  /** Milliseconds of a whole generation. */
  readonly generateMs: number;
  /** Bytes of the checks in `validator`, as they are generated. */
  readonly checksBytes: number;
  readonly all: Size;
  readonly one: Size;
  /** Milliseconds from the start of a process until it has a client of all operations. */
  readonly startMs: number;
}

/** Bytes of a bundle for Node. */
export interface Size {
  readonly minified: number;
  readonly gzipped: number;
}

/** In a copy of the repo, so that a benchmark changes no code. */
export async function measureGrowth(operations: number, rounds: number): Promise<Growth> {
  const copy = copyRepo(root);
  try {
    return await measureIn(copy.root, operations, rounds);
  } finally {
    copy.remove();
  }
}

async function measureIn(copy: string, operations: number, rounds: number): Promise<Growth> {
  await addOperations(join(copy, 'spec'), operations);
  const start = performance.now();
  await run(process.execPath, [join(copy, 'tools/generate/src/main.ts'), '--force']);
  const generateMs = performance.now() - start;

  const all = join(copy, 'all.mjs');
  const allSize = await bundle(
    copy,
    `import { createFinAuth } from '@finauth-sdk/signing'; ${START.replace('CREATE', 'createFinAuth(')}`,
    all,
  );
  const oneOf = `import { createFinAuthWith } from '@finauth-sdk/signing'; import { getBizToken } from '@finauth-sdk/signing/operations';`;
  const one = await bundle(copy, `${oneOf} ${START.replace('CREATE', 'createFinAuthWith({ getBizToken }, ')}`, join(copy, 'one.mjs'));
  const checks = await stat(join(copy, 'packages/validator/src/generated/checks.js'));
  return { operations, generateMs, checksBytes: checks.size, all: allSize, one, startMs: await startOf(all, rounds) };
}

const START = `export const finauth = CREATE{ region: 'sgp', credentials: { apiKey: 'a-bench-key', apiSecret: 'a-bench-secret' } });`;

/** Of the sources, as they would be built: in the order in which each package has its entry. */
async function bundle(copy: string, contents: string, outfile: string): Promise<Size> {
  const packages = join(copy, 'packages');
  await build({
    stdin: { contents, resolveDir: copy },
    alias: {
      '@finauth-sdk/signing/operations': join(packages, 'signing/src/generated/operations.ts'),
      '@finauth-sdk/signing': join(packages, 'signing/src/index.ts'),
      '@finauth-sdk/client': join(packages, 'client/src/generated/index.ts'),
      '@finauth-sdk/validator': join(packages, 'validator/src/generated/index.ts'),
      '#cryptography': join(packages, 'signing/src/signature/cryptography/nodeCryptography.ts'),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'es2023',
    outfile,
  });
  const { outputFiles } = await build({
    entryPoints: [outfile],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const bytes = outputFiles[0]!.contents;
  return { minified: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
}

async function startOf(program: string, rounds: number): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    await run(process.execPath, [program]);
    // The first brings the file into the machine's memory.
    if (round > 0) samples.push(performance.now() - start);
  }
  return spread(samples).median;
}
