import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../../../..');
const script = join(root, 'tools/generate/src/main.ts');

/** Milliseconds that the generator takes: all of its work, with nothing written; and when it sees that nothing is to be done. */
export async function measureRegeneration(rounds: number): Promise<{ whole: number[]; nothingToDo: number[] }> {
  const run = async (...args: string[]): Promise<number> => {
    const start = performance.now();
    await promisify(execFile)(process.execPath, [script, ...args], { cwd: root });
    return performance.now() - start;
  };
  await run();
  const whole: number[] = [];
  const nothingToDo: number[] = [];
  for (let round = 0; round < rounds; round++) {
    whole.push(await run('--check'));
    nothingToDo.push(await run());
  }
  return { whole, nothingToDo };
}
