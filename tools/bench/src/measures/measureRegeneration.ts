import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { copyRepo } from '../../../copyRepo.ts';

/** Milliseconds that the generator takes: for all of its work; and when it sees that nothing is to be done. In a copy, so that a benchmark changes no code. */
export async function measureRegeneration(rounds: number): Promise<{ whole: number[]; nothingToDo: number[] }> {
  const copy = copyRepo(join(import.meta.dirname, '../../../..'));
  const run = async (...args: string[]): Promise<number> => {
    const start = performance.now();
    await promisify(execFile)(process.execPath, [join(copy.root, 'tools/generate/src/main.ts'), ...args]);
    return performance.now() - start;
  };
  try {
    await run();
    const whole: number[] = [];
    const nothingToDo: number[] = [];
    for (let round = 0; round < rounds; round++) {
      whole.push(await run('--force'));
      nothingToDo.push(await run());
    }
    return { whole, nothingToDo };
  } finally {
    copy.remove();
  }
}
