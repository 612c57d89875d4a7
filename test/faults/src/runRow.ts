import { createFinAuth, type FinAuthEvent, type FinAuthOptions } from '@finauth-sdk/signing';
import { arrival } from './arrival.ts';
import { succeeds } from './faults.ts';
import { createFaultServer, type ReceivedRequest } from './faultServer.ts';
import type { Row } from './rows/row.ts';
import { resolveAllTo } from './resolveAllTo.ts';
import { type Outcome, settle } from './settle.ts';
import { openTransport } from './openTransport.ts';
import { createVirtualClock } from './virtualClock.ts';

/** What came of a row. */
export interface RowResult {
  readonly outcome: Outcome;
  readonly attempts: number;
  readonly virtualMs: number;
  readonly requests: readonly ReceivedRequest[];
  readonly events: readonly FinAuthEvent[];
  /** How many connections the other host has had. There must be none. */
  readonly strayConnections: number;
  /** How many timers of the clock are still set. There must be none. */
  readonly timersLeft: number;
}

// With the key and secret of the matrix, and the clock's start, the first signature has a "/" early and a "+" late in its digest:
// what is lost to an escaping that splits a signature is then lost in every run.
const FIRST_RANDOM = 4_000_000_242;

// Nothing listens there, and no system gives it to one who asks for any port. One that was let go of may be somebody else's by the time it is called.
const CLOSED_PORT = 2;

/** What is asked for: it tells of a person, so no event may hold it. */
export const input = { liveness_id: 'scene-canary-5517', uuid: 'user-canary-0042' };

/** Runs one row of the matrix: a server, a client and a clock of its own. */
export async function runRow(row: Row, options: FinAuthOptions): Promise<RowResult> {
  const clock = createVirtualClock();
  const transport = openTransport();
  const other = await createFaultServer({ faults: [succeeds] });
  const server = await createFaultServer({
    faults: row.faultsOf?.({ clock, otherUrl: other.url }) ?? [row.faults ?? succeeds].flat(),
    now: clock.now,
    ...(row.onConnection && { onConnection: row.onConnection }),
  });
  const restore = row.resolvesTo === undefined ? undefined : resolveAllTo(row.resolvesTo);
  try {
    const events: FinAuthEvent[] = [];
    let random = FIRST_RANDOM;
    const finauth = createFinAuth({
      baseUrl: server.url,
      now: clock.now,
      timers: clock.timers,
      // The longest pauses, and always the same.
      jitter: () => 1 - Number.EPSILON,
      random: () => random++,
      onEvent: (event) => events.push(event),
      ...transport.options,
      ...options,
      ...row.options?.({ server: server.port, closed: CLOSED_PORT }),
    });

    if (row.afterOneCall) {
      await finauth.getBizToken(input);
      // The close, if there is one, has to reach the client: it is not what the second call is about to find out.
      await arrival();
      events.length = 0;
    }
    const before = server.requests.length;
    const start = clock.elapsed();
    const started = (): number => events.filter((event) => event.type === 'attemptStarted').length;
    const hasArrived = (): boolean => (row.reach === 0 ? server.connections() : server.requests.length - before) >= started();
    const isStalled = (): boolean => started() > 0 && started() <= (row.stalls ?? 0) && hasArrived();
    const waitsForClock = (): boolean => events.at(-1)?.type === 'retrying' || isStalled();

    const outcome = await settle(finauth.getBizToken(input), clock, waitsForClock);
    const virtualMs = clock.elapsed() - start;
    const attempts = started();
    // Closing gives an attempt that must not be the time to show itself.
    await server.close();
    return {
      outcome,
      attempts,
      virtualMs,
      requests: server.requests.slice(before),
      events,
      strayConnections: other.connections(),
      timersLeft: clock.pending(),
    };
  } finally {
    restore?.();
    await Promise.all([server.close(), other.close(), transport.close()]);
  }
}
