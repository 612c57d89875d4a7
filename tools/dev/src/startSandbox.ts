import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Running {
  url: string;
  close: () => Promise<void>;
}

/** `finauth sandbox` of what was built last. A process of its own, since a module that is loaded stays as it is. */
export async function startSandbox(root: string, port: number): Promise<Running> {
  const child = spawn(process.execPath, [join(root, 'packages/cli/dist/finauth.js'), 'sandbox', '--json', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => void child.kill();
  process.once('exit', kill);
  const closed = once(child, 'close');
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk));
  const close = async () => {
    kill();
    await closed;
    process.off('exit', kill);
  };
  const first = createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  const { value } = (await Promise.race([first, closed.then(() => ({ value: undefined }))])) as { value?: string };
  if (value === undefined) {
    await close();
    throw new Error(`The sandbox did not come up: ${complaint.trim()}`);
  }
  return { url: (JSON.parse(value) as { url: string }).url, close };
}
