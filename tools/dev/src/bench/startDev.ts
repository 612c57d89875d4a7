import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../../freePort.ts';

export interface DevRun {
  /** Resolves to what is said from the last call on up to a line that fits. Rejects when something is said to have failed before, or when it ends. */
  until: (line: RegExp) => Promise<string>;
  /** Ctrl-C. Resolves to the exit code, once everything it has started is gone too. */
  interrupt: () => Promise<number | null>;
}

/** What it waits for the next save after. */
const FAILED = /^Not (?:up to date|green)/;

/** `npm run dev` in a repo, as a process of its own. */
export async function startDev(root: string): Promise<DevRun> {
  const [mockPort, sandboxPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [join(root, 'tools/dev/src/main.ts')], {
    cwd: root,
    env: {
      ...process.env,
      MOCK_PORT: String(mockPort),
      SANDBOX_PORT: String(sandboxPort),
      PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const lines: string[] = [];
  let heard = 0;
  let look: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      look();
    });
  }
  return {
    until: (wanted) =>
      new Promise((done, fail) => {
        look = () => {
          const index = lines.findIndex((line, at) => at >= heard && wanted.test(line));
          const failed = lines.findIndex((line, at) => at >= heard && FAILED.test(line) && !wanted.test(line));
          if (failed !== -1 && (index === -1 || failed < index)) return fail(new Error(`npm run dev says:\n${lines.join('\n')}`));
          if (index === -1) return;
          const said = lines.slice(heard, index + 1).join('\n');
          heard = index + 1;
          // What comes next is for the next call.
          look = () => undefined;
          done(said);
        };
        void closed.then(() => fail(new Error(`npm run dev ended:\n${lines.join('\n')}`)));
        look();
      }),
    async interrupt() {
      child.kill('SIGINT');
      await closed;
      process.off('exit', kill);
      return child.exitCode;
    },
  };
}
