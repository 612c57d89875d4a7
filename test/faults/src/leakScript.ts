// Run by leak.whole.test.ts in a process of its own, with --expose-gc. Prints what it measured as one line of JSON, and must then end by itself.
import { createFinAuth, FinAuthError, type Timers } from '@finauth-sdk/signing';
import { AsyncLocalStorage } from 'node:async_hooks';
import { getEventListeners } from 'node:events';
import { gzipSync } from 'node:zlib';
import { answers, floods, halfCloses, refuses, saysNothing, succeeds, writes, writesAndResets, writesAndStalls } from './faults.ts';
import { createFaultServer, type Fault } from './faultServer.ts';
import { openTransport } from './openTransport.ts';

const WARM_UP = 400;
const ROUNDS = 4;
const MOST_ROUNDS = 10;
const CALLS_A_ROUND = 650;
const IN_FLIGHT = 120;
const MAX_CONCURRENCY = 80;
// Longer than anything takes. It is the real time of a failure only.
const PATIENCE_MS = 60_000;
const TIMEOUT_MS = 61_000;
// Some hundred and fifty bytes a call: what the runtime compiles and caches in a round is as much.
const MOST_GROWTH = 100_000;
// One for each call that may be in flight, and as many again in place of those that an abort has closed.
const MOST_SOCKETS = 2 * MAX_CONCURRENCY;

const stalls = writesAndStalls('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{');
/** Those after which nothing more comes. */
const silent: ReadonlySet<Fault> = new Set([saysNothing, stalls]);

const faults: readonly Fault[] = [
  succeeds,
  refuses(500, 'INTERNAL_ERROR'),
  refuses(403, 'AUTHENTICATION_ERROR'),
  refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': '0' }),
  answers(502, '<html>'),
  answers(200, '{"biz_token":'),
  answers(200, gzipSync(' '.repeat(100_000)), { 'content-encoding': 'gzip' }),
  answers(302, '', { location: '/elsewhere' }),
  writesAndResets(''),
  halfCloses,
  saysNothing,
  writes('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'),
  stalls,
  floods('HTTP/1.1 200 OK\r\n\r\n', Buffer.alloc(20_000, ' '), 4),
];

// Opened before anything is counted: each is a handle.
const { stdout, stderr } = process;
const warnings: string[] = [];
process.on('warning', ({ message }) => stderr.write(`${warnings.push(message)}: ${message}\n`));
process.on('unhandledRejection', (reason) => warnings.push(String(reason)));

const resources = (): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const type of process.getActiveResourcesInfo().toSorted()) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
};
/** Between its rounds the collector lets run what waits for it, such as fetch's own registry of bodies. */
async function heap(): Promise<number> {
  for (let round = 0; round < 5; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return process.memoryUsage().heapUsed;
}

/** A call under way. */
interface Calling {
  /** Ends its attempt by the client's own timer. */
  expire?: (() => void) | undefined;
  /** For a call that is to be aborted once it has reached the server. */
  abort?: () => void;
}

// The client's timers are real, and longer than any answer takes on a busy machine. A timer goes off as soon as the server knows that it will not answer: nothing
// here hangs on how long anything takes.
const callings = new Map<string, Calling>();
const current = new AsyncLocalStorage<Calling>();
const timers: Timers = {
  setTimeout(callback, ms) {
    const calling = current.getStore();
    const timer = setTimeout(callback, ms);
    // The pauses before a retry are shorter; of a call and its attempt, the attempt sets its timer last.
    if (calling && ms > 1_000)
      calling.expire = () => {
        clearTimeout(timer);
        callback();
      };
    return timer;
  },
  clearTimeout: (timer: never) => clearTimeout(timer),
};

const server = await createFaultServer({
  faults: [
    (socket, request) => {
      const fault = faults[request.number % faults.length]!;
      fault(socket, request);
      const calling = callings.get(request.fields.get('liveness_id')!);
      if (calling?.abort) setTimeout(calling.abort, request.number % 3);
      else if (silent.has(fault)) setTimeout(() => calling?.expire?.(), request.number % 5);
    },
  ],
  keep: false,
});
// A signal as long-lived as a server is: every other call listens to it.
const shutdown = new AbortController();
const outcomes: Record<string, number> = {};
const socketsKept: number[] = [];
const finauth = createFinAuth({
  ...openTransport().options,
  baseUrl: server.url,
  credentials: { apiKey: 'canary-key', apiSecret: 'canary-secret' },
  timers,
  timeoutMs: TIMEOUT_MS,
  maxResponseBytes: 50_000,
  maxConcurrency: MAX_CONCURRENCY,
  retry: { retries: 2, baseDelayMs: 1, maxDelayMs: 2, totalTimeoutMs: 10 * TIMEOUT_MS },
});

async function call(number: number): Promise<void> {
  const livenessId = `scene-${number}`;
  const own = number % 2 === 0 ? undefined : new AbortController();
  const calling: Calling = number % 10 === 3 ? { abort: () => own!.abort('enough') } : {};
  callings.set(livenessId, calling);
  // Some while they wait for a place, or before.
  const early = number % 20 === 7 ? setImmediate(() => own!.abort('enough')) : undefined;
  const name = await current.run(calling, () =>
    finauth.getBizToken({ liveness_id: livenessId }, { signal: (own ?? shutdown).signal }).then(
      () => 'success',
      (error: unknown) => (error instanceof FinAuthError ? error.name : String(error)),
    ),
  );
  clearImmediate(early);
  callings.delete(livenessId);
  outcomes[name] = (outcomes[name] ?? 0) + 1;
}

async function calls(count: number): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      while (next < count) await call(next++);
    }),
  );
  // What was let go of ends in a moment. What had connected for a call that was over by then is closed when it has had nothing to do for
  // some seconds; on a busy machine that is many. What was forgotten stays.
  const countAt = performance.now() + PATIENCE_MS;
  while (performance.now() < countAt && server.openSockets() > MOST_SOCKETS) await new Promise((resolve) => setTimeout(resolve, 20));
  socketsKept.push(server.openSockets());
  // What the client keeps open for its next call is not lost. The server lets go of it here, and of what was still connecting
  // for a call that had been aborted.
  const giveUpAt = performance.now() + PATIENCE_MS;
  do {
    server.disconnect();
    await new Promise((resolve) => setTimeout(resolve, 5));
  } while (performance.now() < giveUpAt && (server.openSockets() > 0 || JSON.stringify(resources()) !== JSON.stringify(resourcesBefore)));
}

const resourcesBefore = resources();
await calls(WARM_UP);
const heaps = [await heap()];
// What a call keeps, each round keeps; what the runtime compiles, caches or lets go of, one round does and another does not. So it is the median that tells, the
// first round left out, which is still warming up. Where it is too much, further rounds tell whether that was by chance.
function growth(): number {
  const grown = heaps.slice(2).map((bytes, index) => bytes - heaps[index + 1]!);
  return grown.toSorted((a, b) => a - b)[Math.floor(grown.length / 2)]!;
}
for (let round = 0; round < ROUNDS || (round < MOST_ROUNDS && growth() > MOST_GROWTH); round++) {
  await calls(CALLS_A_ROUND);
  heaps.push(await heap());
}

stdout.write(
  JSON.stringify({
    outcomes,
    requests: server.count(),
    resourcesBefore,
    resourcesAfter: resources(),
    mostSockets: MOST_SOCKETS,
    socketsKept,
    openSockets: server.openSockets(),
    listeners: getEventListeners(shutdown.signal, 'abort').length,
    heaps,
    growth: growth(),
    mostGrowth: MOST_GROWTH,
    calls: WARM_UP + (heaps.length - 1) * CALLS_A_ROUND,
    warnings,
  }),
);
await server.close();
