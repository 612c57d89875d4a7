import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { contenderIds, type ContenderId } from '../contenders/contenders.ts';
import type { Target } from '../contenders/contender.ts';
import { interleave } from '../interleave.ts';

const script = fileURLToPath(new URL('memoryScript.ts', import.meta.url));

/** The most memory, in bytes, that a process of its own has taken for so many calls, 32 of them in flight; one number for each round. */
export function measureMemory(
  target: Target,
  { rounds, calls }: { rounds: number; calls: number },
): Promise<Record<ContenderId, number[]>> {
  return interleave(contenderIds, rounds, async (id) => {
    const { stdout } = await promisify(execFile)(process.execPath, [script, id, target.url, String(calls)]);
    return Number(stdout);
  });
}
