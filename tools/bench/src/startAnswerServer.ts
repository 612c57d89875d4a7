import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface AnswerServer {
  readonly url: string;
  /** How many connections clients hold open, idle ones included. */
  openConnections(): Promise<number>;
  close(): void;
}

/** Starts the server that every contender calls, and that gives each this answer. */
export async function startAnswerServer(answer: object): Promise<AnswerServer> {
  const child = fork(fileURLToPath(new URL('answerServer.ts', import.meta.url)), [JSON.stringify(answer)]);
  const [port] = (await once(child, 'message')) as [number];
  return {
    url: `http://127.0.0.1:${port}`,
    async openConnections() {
      const told = once(child, 'message');
      child.send('how many connections?');
      const [connections] = (await told) as [number];
      return connections;
    },
    close: () => child.disconnect(),
  };
}
