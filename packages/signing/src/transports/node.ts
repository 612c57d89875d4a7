import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { FinAuthConfigError } from '../errors.ts';
import { checkOptions, type Rules, whole } from '../rules.ts';
import { createSlots, type Slots } from '../time/slots.ts';
import type { ClosableTransport, TransportAnswer, TransportRequest } from '../transport.ts';
import { createUnderWay } from '../time/underWay.ts';
import { ours } from './ours.ts';
import { agentProxy, proxyInUse, tunnelFailure } from './envProxy.ts';
import { exchange, type Exchange, type Sender } from './exchange.ts';
import { dropIdle, dropStale } from './idleSockets.ts';
import type { IncomingBody } from './incomingBody.ts';
import { DEFAULT_KEEP_ALIVE_MS, isStale, keepAliveHintMs } from './keepAlive.ts';
import { createTargetParser, type Target } from './targetParser.ts';
import type { RawHeader } from './toAnswer.ts';

export { environmentProxy, type EnvironmentProxy } from './envProxy.ts';

/** Whose connections a transport over node:https uses, and how many. */
export interface NodeTransportOptions {
  /**
   * The agent whose connections are used, such as a proxy agent: of node:https, https-proxy-agent, or any other package whose agents node:https
   * accepts. `close` leaves it open. Default: the transport's own, which keeps connections open, and uses the environment's proxy where Node's fetch
   * does.
   */
  readonly agent?: Agent;
  /** How many connections may be open at once; further calls wait for one. Default: no limit. */
  readonly connections?: number;
  /**
   * How long an idle connection is kept, in milliseconds, unless the server asks for less. Measured by the wall clock: a connection that was idle
   * before the machine slept is not used again. Default: 4,000.
   */
  readonly keepAliveMs?: number;
}

const rules: Rules<NodeTransportOptions> = {
  agent: [
    (value) => typeof (value as { addRequest?: unknown } | null)?.addRequest === 'function',
    'one of node:https, or of a package that makes agents for it',
  ],
  connections: whole(1),
  keepAliveMs: whole(1),
};

/**
 * A transport over `node:https`, without a dependency: several times as fast as `fetch`, and faster to start.
 *
 * @throws {FinAuthConfigError} for an invalid number, or a limit for an agent that has limits of its own.
 */
export function nodeTransport(options: NodeTransportOptions = {}): ClosableTransport {
  checkOptions(options, rules);
  const { agent: given, connections, keepAliveMs } = options;
  if (given !== undefined && (connections !== undefined || keepAliveMs !== undefined))
    throw new FinAuthConfigError(
      'agent has limits of its own: leave out connections and keepAliveMs, and set maxSockets and timeout there, or leave agent out',
    );
  const own = createPools(connections, keepAliveMs ?? DEFAULT_KEEP_ALIVE_MS);
  const underWay = createUnderWay('transport', globalThis, own.close);
  const parse = createTargetParser();

  const transport = async (request: TransportRequest): Promise<TransportAnswer> => {
    const target = parse(request.url);
    request.signal?.throwIfAborted();
    const pool = given === undefined ? own.poolFor(target) : foreignPool(given);
    return exchange(request, underWay, (it) => senderFor(pool, target, request, it));
  };
  return Object.assign(transport, { close: underWay.close });
}

/** The connections to one host. */
interface Pool {
  /** Undefined where there is no limit. */
  readonly slots: Slots | undefined;
  /** What to send by, at the moment of sending. It has no stale connection to that host. */
  agent(): Agent;
  /** Told of each answer's `Keep-Alive`, empty for none. */
  answered(socket: Socket, keepAlive: string): void;
}

function foreignPool(agent: Agent): Pool {
  return { slots: undefined, agent: () => agent, answered: () => {} };
}

function createPools(connections: number | undefined, keepAliveMs: number): { poolFor(target: Target): Pool; close(): void } {
  const agents: Record<string, Agent> = {};
  const pools = new Map<string, Pool>();
  const keptFor = new WeakMap<Socket, number>();
  const idleSince = new WeakMap<Socket, number>();
  const msOf = (socket: Socket): number => keptFor.get(socket) ?? keepAliveMs;
  const isSocketStale = (socket: Socket): boolean => socket.destroyed || isStale(idleSince.get(socket) ?? 0, msOf(socket));

  /** What Node lets one replace: it says whether a connection is kept when its request is done. */
  const keepSocketAlive = (socket: Socket): boolean => {
    const ms = msOf(socket);
    if (ms === 0) return false;
    idleSince.set(socket, Date.now());
    socket.setKeepAlive(true, 1_000);
    socket.unref();
    // The agent closes an idle socket whose time is over, and no other.
    if (socket.timeout !== ms) socket.setTimeout(ms);
    return true;
  };

  const createPool = ({ protocol, host, port, origin }: Target): Pool => {
    const proxy = proxyInUse(origin);
    const create = (): Agent => new (moduleOf(protocol).Agent)({ keepAlive: true, ...agentProxy(proxy) });
    const agent = (agents[`${protocol} ${proxy}`] ??= Object.assign(create(), { keepSocketAlive }));
    return {
      // Counted here, and not by the agent: where a stale connection has gone, it opens one more for each that it had.
      slots: connections === undefined ? undefined : createSlots(connections),
      agent() {
        dropStale(agent, host, port, isSocketStale);
        return agent;
      },
      answered(socket, keepAlive) {
        const hintMs = keepAlive === '' ? undefined : keepAliveHintMs(keepAlive);
        if (hintMs !== undefined) keptFor.set(socket, Math.min(hintMs, keepAliveMs));
      },
    };
  };

  return {
    poolFor(target) {
      const pool = pools.get(target.origin) ?? createPool(target);
      pools.set(target.origin, pool);
      return pool;
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/**
 * Not imported: for an import, Node reads all that node:http exports, which loads undici and its fetch for the sake of a WebSocket. A process would take half as
 * long again to start.
 */
function moduleOf(protocol: string): typeof import('node:http') | typeof import('node:https') {
  return process.getBuiltinModule(protocol === 'http:' ? 'node:http' : 'node:https');
}

/**
 * An agent is never asked for its protocol: the proxies' agents answer by looking at the stack of who asks. Node asks in the right place, and its
 * answer is what counts.
 */
function startRequest(agent: Agent, { protocol, host, port, path }: Target, { method, headers }: TransportRequest): ClientRequest {
  try {
    // Protocol and default port are said, though they are the module's own: an agent that has the request wait makes its connection with nobody on the stack.
    return moduleOf(protocol).request({ protocol, host, port, defaultPort: port, path, method, headers, agent });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_INVALID_PROTOCOL') throw error;
    throw new FinAuthConfigError(
      `agent is not for ${protocol}, the protocol of the base URL: pass an agent of node:${protocol.slice(0, -1)}`,
    );
  }
}

function senderFor(pool: Pool, target: Target, wanted: TransportRequest, it: Exchange): Sender {
  let agent: Agent | undefined;
  let request: ClientRequest | undefined;
  let incoming: IncomingBody | undefined;

  const onResponse = (response: IncomingMessage): void => {
    const status = response.statusCode!;
    // No status of HTTP. The other transports take no such answer.
    if (status < 100) return it.fail(ours(new Error(`the answer has an invalid status, ${status}`)));
    const pairs = pairsOf(response.rawHeaders);
    pool.answered(response.socket, valueOf(pairs, 'keep-alive'));
    const body = (incoming = it.answered(status, valueOf(pairs, 'content-encoding'), () => pairs));
    response.on('data', body.push);
    response.on('end', () => {
      // Also after an error: what follows a whole answer, and is none, takes nothing from it.
      body.end();
      it.end();
    });
    response.on('error', it.fail);
    response.on('close', () => it.fail(ours(new Error('the connection was closed within the answer'))));
  };

  return {
    slots: pool.slots,
    send() {
      agent = pool.agent();
      request = startRequest(agent, target, wanted);
      request.on('response', onResponse);
      request.on('error', (error) => it.fail(tunnelFailure(error)));
      request.on('close', () => {
        // Not every end is told as an error: a change of protocol is not. Of an answer that has begun, it is the answer that tells: some test tools
        // close the request before its answer has ended.
        if (incoming === undefined) it.fail(ours(new Error('the connection was closed before the answer')));
      });
      request.end(wanted.body);
    },
    stop: () => void request?.destroy(),
    // The next attempt gets a connection of its own.
    lost: () => dropIdle(agent!, target.host, target.port),
  };
}

/** Names and values come in turn. Sorted out, they are there too, but node:http takes its time for that. */
function pairsOf(rawHeaders: readonly string[]): RawHeader[] {
  const pairs: RawHeader[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) pairs.push([rawHeaders[at]!, rawHeaders[at + 1]!]);
  return pairs;
}

/** All values of a header, in one. Empty where there is none. */
function valueOf(pairs: readonly RawHeader[], wanted: string): string {
  let found = '';
  for (const [name, value] of pairs)
    if (name.length === wanted.length && name.toLowerCase() === wanted) found += found === '' ? value : `, ${value}`;
  return found;
}
