import type { FleetEvent } from './createLine.ts';

/** Whether an option is right, and what to say if it is not. */
export type Complaint = readonly [isRight: boolean, complaint: string];

export interface CommonOptions {
  readonly client: unknown;
  readonly key: unknown;
  readonly leaseMs?: unknown;
  readonly timeoutMs?: unknown;
}

const LEAST_LEASE_MS = 2_000;
const LONGEST_MS = 2 ** 31 - 1;

/** @throws {TypeError} for the first option that cannot work. */
export function checkOptions({ client, key, leaseMs, timeoutMs }: CommonOptions, own: readonly Complaint[]): void {
  const milliseconds = (value: unknown, least: number): boolean =>
    value === undefined || (typeof value === 'number' && value >= least && value <= LONGEST_MS);
  const complaints: readonly Complaint[] = [
    [
      typeof client === 'object' && client !== null && ('evalsha' in client || 'evalSha' in client),
      'client must be a client of ioredis, iovalkey or node-redis',
    ],
    [typeof key === 'string' && key !== '', 'key must be a text that is not empty'],
    ...own,
    [milliseconds(leaseMs, LEAST_LEASE_MS), `leaseMs must be a number of milliseconds from ${LEAST_LEASE_MS} to ${LONGEST_MS}`],
    [milliseconds(timeoutMs, 1), `timeoutMs must be a number of milliseconds from 1 to ${LONGEST_MS}`],
  ];
  for (const [isRight, complaint] of complaints) if (!isRight) throw new TypeError(complaint);
}

/** A logger that fails, at once or later, must not break a call, nor end the process. */
export function quietly<Event extends FleetEvent>(listener: ((event: Event) => void) | undefined): (event: Event) => void {
  return (event) => {
    new Promise((resolve) => resolve(listener?.(event))).catch(() => {});
  };
}
