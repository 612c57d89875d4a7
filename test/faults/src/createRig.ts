import { createFinAuth, type FinAuth, type FinAuthEvent, type FinAuthOptions } from '@finauth-sdk/signing';
import { onTestFinished } from 'vitest';
import { createFaultServer, type FaultServer, type FaultServerOptions } from './faultServer.ts';
import { type Outcome, settle } from './settle.ts';
import { openTransport } from './openTransport.ts';
import { createVirtualClock, type VirtualClock } from './virtualClock.ts';

export const credentials = { apiKey: 'canary-key', apiSecret: 'canary-secret-7f3a9c' };
export const input = { liveness_id: 'scene' };

export interface Rig {
  readonly clock: VirtualClock;
  readonly server: FaultServer;
  readonly finauth: FinAuth;
  readonly events: FinAuthEvent[];
  /** Waits for a call to end, and moves the clock on while the call pauses before a retry. */
  settle(call: Promise<unknown>): Promise<Outcome>;
}

export interface RigOptions extends FinAuthOptions, Pick<FaultServerOptions, 'faults' | 'onConnection'> {
  /** Have the client speak TLS, of which the server knows nothing. */
  readonly overTls?: boolean;
}

/** A server, a client of it, and the client's clock, for the length of a test. */
export async function createRig({ faults, onConnection, overTls, ...options }: RigOptions): Promise<Rig> {
  const clock = createVirtualClock();
  const server = await createFaultServer({ faults, now: clock.now, ...(onConnection && { onConnection }) });
  const transport = openTransport();
  onTestFinished(async () => void (await Promise.all([server.close(), transport.close()])));
  const events: FinAuthEvent[] = [];
  const finauth = createFinAuth({
    baseUrl: overTls ? `https://127.0.0.1:${server.port}` : server.url,
    credentials,
    now: clock.now,
    timers: clock.timers,
    jitter: () => 1 - Number.EPSILON,
    onEvent: (event) => events.push(event),
    ...transport.options,
    ...options,
  });
  return { clock, server, finauth, events, settle: (call) => settle(call, clock, () => events.at(-1)?.type === 'retrying') };
}

/** Waits until something is so, in real time. */
export async function until(holds: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 60_000;
  while (!holds()) {
    if (performance.now() > giveUpAt) throw new Error(`never came true: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** One turn of the event loop. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
