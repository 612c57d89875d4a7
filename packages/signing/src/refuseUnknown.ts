import type { CallOptions, Complain, FinAuthOptions } from './options.ts';

/** The options of createFinAuth, and of a call. A new one is to be named here: the types see to it. */
export const finAuthOptions: Record<keyof FinAuthOptions, true> = {
  region: true,
  baseUrl: true,
  allowInsecureHttp: true,
  credentials: true,
  fetch: true,
  transport: true,
  timeoutMs: true,
  retry: true,
  maxConcurrency: true,
  maxResponseBytes: true,
  middleware: true,
  onEvent: true,
  timers: true,
  jitter: true,
  windowSeconds: true,
  singleUse: true,
  now: true,
  random: true,
  dangerouslyAllowBrowser: true,
};
export const callOptions: Record<keyof CallOptions, true> = { signal: true, timeoutMs: true, retry: true, headers: true };

/** Throws for an option that nobody would read, such as one with a slip in its name. */
export function refuseUnknown(options: object, known: object, complain: Complain, parent = ''): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && !Object.hasOwn(known, name))
      throw complain(`${parent}${name}`, `is not an option: use one of ${Object.keys(known).join(', ')}`);
  }
}
