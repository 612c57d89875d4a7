import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Limits } from '../form/limits.ts';

export interface MeasuredOptions {
  readonly limits: Limits;
  /** Where its clock stands still. */
  readonly clockAt: number;
}

export interface MeasuredSandbox extends AsyncDisposable {
  readonly url: string;
  /** The bytes that the sandbox holds after its garbage was collected. */
  heldBytes(): Promise<number>;
}

/** A sandbox in a process of its own, so that what is measured is its memory alone and not that of the test. */
export async function measuredSandbox(options: MeasuredOptions): Promise<MeasuredSandbox> {
  const execArgv = ['--expose-gc', '--import', new URL('./rawText.ts', import.meta.url).href];
  const child = fork(fileURLToPath(new URL('./measuredProcess.ts', import.meta.url)), { execArgv });
  const url = String(await ask(child, options));
  return {
    url,
    heldBytes: async () => Number(await ask(child, 'heldBytes')),
    async [Symbol.asyncDispose]() {
      child.kill();
      await once(child, 'close');
    },
  };
}

async function ask(child: ChildProcess, question: object | string): Promise<unknown> {
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('The process of the sandbox has ended')));
  child.send(question);
  const [answer] = (await Promise.race([once(child, 'message'), gone])) as [unknown];
  return answer;
}
