import type { Agent } from 'node:http';
import type { Socket } from 'node:net';

type Idle = Readonly<Record<string, Socket[] | undefined>>;

/** The sockets of an agent that wait for a request to an origin, the last one used at the end: it is the next to be used. */
function idleOf(agent: Agent, host: string, port: number): Socket[][] {
  // An agent that keeps none may have no such property.
  const idle = Object.entries(((agent as Partial<Agent>).freeSockets ?? {}) as Idle);
  return idle.flatMap(([name, sockets]) => (name.startsWith(`${host}:${port}:`) && sockets !== undefined ? [sockets] : []));
}

/** Closes what would be used next, until that is not stale. */
export function dropStale(agent: Agent, host: string, port: number, isStale: (socket: Socket) => boolean): void {
  for (const sockets of idleOf(agent, host, port))
    while (sockets.length > 0 && isStale(sockets.at(-1)!)) {
      // Taken from the list too: the agent looks for closed ones only at its beginning.
      sockets.pop()!.destroy();
    }
}

/** Closes all of them. */
export function dropIdle(agent: Agent, host: string, port: number): void {
  dropStale(agent, host, port, () => true);
}
