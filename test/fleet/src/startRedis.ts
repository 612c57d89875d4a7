import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../tools/freePort.ts';
import { findRedis, MISSING } from './findRedis.ts';

/** A Redis of the test's own. */
export interface RedisServer extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  /** Sends a command, and waits for its answer in the plain form of the protocol. */
  command(...args: string[]): Promise<string>;
  /** Ends it at once; what it has not saved is lost. */
  kill(): Promise<void>;
  /** Starts it again, on the same port. */
  start(): Promise<void>;
}

/** @param settings As on the command line, such as `--appendonly yes`. */
export async function startRedis(...settings: string[]): Promise<RedisServer> {
  const found = findRedis();
  if (found === undefined) throw new Error(MISSING);
  if ('url' in found) return running(found.url, settings);
  const { program } = found;
  const folder = mkdtempSync(join(tmpdir(), 'finauth-redis-'));
  const port = await freePort();
  let server: ChildProcess;

  async function start(): Promise<void> {
    const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--loglevel', 'warning'];
    server = spawn(program, [...fixed, ...settings], { stdio: 'ignore' });
    const startedBy = performance.now() + 60_000;
    // One with a password answers that it wants it.
    while (!/^(\+PONG|-NOAUTH)/.test(await command('PING').catch(() => ''))) {
      if (server.exitCode !== null || performance.now() > startedBy) throw new Error(`The Redis on port ${port} does not start`);
      await sleep(20);
    }
  }

  async function kill(): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  }

  const command = (...args: string[]): Promise<string> => sendCommand({ port, host: '127.0.0.1' }, args);
  await start().catch(async (error: unknown) => {
    await kill();
    throw error;
  });
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    command,
    kill,
    start,
    async [Symbol.asyncDispose]() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The one that FINAUTH_TEST_REDIS_URL names, for tests that only use it. */
function running(url: string, settings: readonly string[]): RedisServer {
  const { hostname: host, port: given } = new URL(url);
  const port = Number(given || 6379);
  const notOurs = (): never => {
    throw new Error(`This test sets up, stops or starts a Redis of its own, which that of FINAUTH_TEST_REDIS_URL is not. ${MISSING}`);
  };
  if (settings.length > 0) notOurs();
  return {
    port,
    url,
    command: (...args) => sendCommand({ port, host }, args),
    kill: async () => notOurs(),
    start: async () => notOurs(),
    async [Symbol.asyncDispose]() {},
  };
}

/** Three of them as a cluster, each with its part of the slots. */
export async function startCluster(): Promise<AsyncDisposable & { readonly nodes: readonly RedisServer[] }> {
  const nodes = await Promise.all([1, 2, 3].map(() => startRedis('--cluster-enabled', 'yes', '--cluster-node-timeout', '2000')));
  const SLOTS = 16_384;
  const share = Math.ceil(SLOTS / nodes.length);
  for (const [index, { command }] of nodes.entries()) {
    const slots = Array.from({ length: Math.min(share, SLOTS - index * share) }, (_, at) => String(index * share + at));
    const answers = [
      await command('CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1)),
      await command('CLUSTER', 'ADDSLOTS', ...slots),
      await command('CLUSTER', 'MEET', '127.0.0.1', String(nodes[0]!.port)),
    ];
    if (answers.some((answer) => answer !== '+OK')) throw new Error(`No cluster: ${answers.join(' ')}`);
  }
  for (const { command } of nodes) while (!(await command('CLUSTER', 'INFO')).includes('cluster_state:ok')) await sleep(50);
  return { nodes, [Symbol.asyncDispose]: async () => void (await Promise.all(nodes.map((node) => node[Symbol.asyncDispose]()))) };
}

/** One command on a connection of its own, by hand: no client is to judge itself. */
async function sendCommand(place: { readonly port: number; readonly host: string }, args: readonly string[]): Promise<string> {
  const socket = connect(place);
  try {
    await once(socket, 'connect');
    socket.write(`*${args.length}\r\n${args.map((arg) => `$${Buffer.byteLength(arg)}\r\n${arg}\r\n`).join('')}`);
    let answer = '';
    for await (const piece of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      answer += piece.toString();
      if (isWhole(answer)) return answer.trimEnd();
    }
    return answer;
  } finally {
    socket.destroy();
  }
}

/** Of the kinds that are used here: a line, or a text with its length before it. */
function isWhole(answer: string): boolean {
  if (!answer.startsWith('$')) return answer.endsWith('\r\n');
  const start = answer.indexOf('\r\n') + 2;
  return answer.startsWith('$-1') || Buffer.byteLength(answer) >= start + Number(answer.slice(1, start - 2)) + 2;
}
