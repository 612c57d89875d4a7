import type { FleetEvent } from './createLine.ts';

const LEAST_LEASE_MS = 2_000;
const LONGEST_MS = 2 ** 31 - 1;

/** @throws {TypeError} if an option is not right. */
export function insist(isRight: boolean, complaint: string): void {
  if (!isRight) throw new TypeError(complaint);
}

/** What the limit and the store have in common. */
export function checkOptions(client: unknown, key: unknown, leaseMs: unknown, timeoutMs: unknown): void {
  const isClient = typeof client === 'object' && client !== null && ('evalsha' in client || 'evalSha' in client);
  insist(isClient, 'client must be a client of ioredis, iovalkey or node-redis');
  insist(typeof key === 'string' && key !== '', 'key must be a text that is not empty');
  insistOnMs('leaseMs', leaseMs, LEAST_LEASE_MS);
  insistOnMs('timeoutMs', timeoutMs, 1);
}

function insistOnMs(name: string, value: unknown, least: number): void {
  const isRight = typeof value === 'number' && value >= least && value <= LONGEST_MS;
  insist(isRight, `${name} must be a number of milliseconds from ${least} to ${LONGEST_MS}`);
}

/** A logger that fails, at once or later, must not break a call, nor end the process. */
export function quietly<Event extends FleetEvent>(listener: ((event: Event) => void) | undefined): (event: Event) => void {
  return (event) => {
    new Promise((resolve) => resolve(listener?.(event))).catch(() => {});
  };
}
