import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts the server that every contender calls, and that gives each this answer. */
export async function startAnswerServer(answer: object): Promise<{ url: string; close: () => void }> {
  const child = fork(fileURLToPath(new URL('answerServer.ts', import.meta.url)), [JSON.stringify(answer)]);
  const [port] = (await once(child, 'message')) as [number];
  return { url: `http://127.0.0.1:${port}`, close: () => child.disconnect() };
}
