import { type FleetEvent, sharedLimit } from '@finauth-sdk/fleet';
import { createFinAuth, FinAuthError } from '@finauth-sdk/signing';
import { Redis } from 'ioredis';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Report, WorkerOptions } from './startFleet.ts';

// One of the servers of the fleet: `callers` of it want a token all the time.
const { redis, sandbox, credentials, limit, share, key, callers, timeoutMs, leaseMs, clockOffsetMs } = JSON.parse(
  process.argv[2]!,
) as WorkerOptions;

const realNow = Date.now;
// Its clock is wrong, for all that looks at it.
Date.now = () => realNow() + clockOffsetMs;

const report: Report = { tokens: 0, errors: {}, slotsLost: 0, events: [], longestMs: 0 };
const client = redis.sentinelPort
  ? new Redis({ sentinels: [{ host: '127.0.0.1', port: redis.sentinelPort }], name: 'main', sentinelRetryStrategy: () => 100 })
  : new Redis(redis.url!, { retryStrategy: () => 100 });
client.on('error', () => {});
const state = { isAway: false };
const tell = ({ type }: FleetEvent): void => {
  report.events.push(type);
  if (type !== 'lost') state.isAway = type === 'unavailable';
};
const shared = sharedLimit({ client, key, limit, share, timeoutMs, leaseMs, onEvent: tell });
const finauth = createFinAuth({
  baseUrl: sandbox,
  credentials,
  // The signature is not what is tried here.
  now: realNow,
  maxConcurrency: shared,
  retry: { retries: 0 },
  onEvent: ({ type }) => type === 'slotLost' && report.slotsLost++,
});

const over = new AbortController();
const caller = async (): Promise<void> => {
  while (!over.signal.aborted) {
    const start = performance.now();
    try {
      await finauth.getBizToken({ liveness_id: 'scene' });
      report.tokens++;
    } catch (error) {
      const code = error instanceof FinAuthError ? error.code : String(error);
      report.errors[code] = (report.errors[code] ?? 0) + 1;
    }
    report.longestMs = Math.max(report.longestMs, performance.now() - start);
  }
};

const done = Promise.all(Array.from({ length: callers }, caller));
process.send!('ready');
process.on('message', async () => {
  over.abort();
  await done;
  // By itself, sooner or later.
  while (state.isAway) await sleep(50);
  await shared.close();
  client.disconnect();
  process.send!(report);
  process.disconnect();
});
// Who started it is gone.
process.on('disconnect', () => process.exit());
