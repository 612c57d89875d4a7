import { KINDS } from '../errors.ts';

/** Marks an error of one of our transports, whose message is in our own words alone: it is shown as it is. */
export function ours<E extends Error>(error: E): E {
  return Object.defineProperty(error, KINDS, { value: [] });
}
