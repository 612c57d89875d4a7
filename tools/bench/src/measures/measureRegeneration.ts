import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../../..');
const generator = join(root, 'tools/generate/src/run.ts');
const script = fileURLToPath(new URL('regenerationScript.ts', import.meta.url));

/** What the generator reads and writes. */
const PARTS = ['spec', '.changeset', 'packages', 'README.md', 'package.json', 'pnpm-lock.yaml'];

/** Milliseconds that the generator takes: for all of its work; and when it sees that nothing is to be done. In a copy, so that a benchmark changes no code. */
export async function measureRegeneration(scratch: string, rounds: number): Promise<{ whole: number[]; nothingToDo: number[] }> {
  const copy = join(scratch, 'repo');
  for (const part of PARTS) await cp(join(root, part), join(copy, part), { recursive: true, filter: isSource });
  const run = async (...args: string[]): Promise<number> => {
    const start = performance.now();
    await promisify(execFile)(process.execPath, [script, generator, copy, ...args]);
    return performance.now() - start;
  };
  await run();
  const whole: number[] = [];
  const nothingToDo: number[] = [];
  for (let round = 0; round < rounds; round++) {
    whole.push(await run('--force'));
    nothingToDo.push(await run());
  }
  return { whole, nothingToDo };
}

function isSource(path: string): boolean {
  return !['node_modules', 'dist', '.turbo', '.report'].includes(basename(path));
}
