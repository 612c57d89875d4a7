import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { contenderIds, type ContenderId } from '../contenders/contenders.ts';
import type { Target } from '../contenders/contender.ts';

const script = fileURLToPath(new URL('memoryScript.ts', import.meta.url));

/** The most memory, in bytes, that a process of its own has taken for so many calls, 32 of them in flight. */
export async function measureMemory(target: Target, calls: number): Promise<Record<ContenderId, number>> {
  const peaks: [ContenderId, number][] = [];
  for (const id of contenderIds) {
    const { stdout } = await promisify(execFile)(process.execPath, [script, id, target.url, String(calls)]);
    peaks.push([id, Number(stdout)]);
  }
  return Object.fromEntries(peaks) as Record<ContenderId, number>;
}
