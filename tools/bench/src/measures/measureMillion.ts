import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Target } from '../contenders/contender.ts';

/** What is there after each tenth of the calls. */
export interface Tenth {
  readonly heapBytes: number;
  /** On the signal that all calls share. */
  readonly listeners: number;
  readonly sockets: number;
}

const script = fileURLToPath(new URL('millionScript.ts', import.meta.url));

/** So many calls on fetch, 32 in flight, in a process of their own. */
export async function measureMillion({ url }: Target, calls: number): Promise<readonly Tenth[]> {
  const running = promisify(execFile)(process.execPath, ['--expose-gc', script, url, String(calls)]);
  running.child.stderr?.pipe(process.stderr);
  return JSON.parse((await running).stdout) as Tenth[];
}
