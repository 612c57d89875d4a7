import { type Region, servers } from '@finauth-sdk/client';
import type { Middleware } from './call.ts';
import type { SignerOptions } from './createSigner.ts';
import { FinAuthConfigError, FinAuthInputError } from './errors.ts';
import type { OnEvent } from './events.ts';
import { type RetryOptions, retryDefaults } from './middleware/retry.ts';
import type { CredentialsSource } from './middleware/sign.ts';
import { refuseUnknown } from './refuseUnknown.ts';
import type { Transport } from './transport.ts';
import { fetchTransport } from './transports/fetchTransport.ts';
import type { Timers } from './withDeadline.ts';

export interface FinAuthOptions extends SignerOptions {
  /** The region whose server is called. Default: `FINAUTH_REGION`. There is no failover: a liveness_id and its data belong to one region. */
  readonly region?: Region;
  /** Scheme and host to call in place of the region's, such as a mock's. Default: `FINAUTH_BASE_URL`, else the region's server. */
  readonly baseUrl?: string;
  /** Allow plain HTTP to a host that is not this machine. Whoever listens can then use your signatures. Default: false. */
  readonly allowInsecureHttp?: boolean;
  /** The API key and secret, or a function that fetches them for each attempt. Default: `FINAUTH_API_KEY` and `FINAUTH_API_SECRET`. */
  readonly credentials?: CredentialsSource;
  /** What sends a request. Default: the runtime's own `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** What sends a request, in place of any `fetch`: that of `@finauth-sdk/signing/undici`, of `@finauth-sdk/signing/node`, or your own. */
  readonly transport?: Transport;
  /** The time for one attempt, in milliseconds, from signing to the end of the answer. Default: 10,000. */
  readonly timeoutMs?: number;
  /** How to ask again; false for never. */
  readonly retry?: RetryOptions | false;
  /** How many requests of this client may be in flight at once; others wait in line. Default: no limit. */
  readonly maxConcurrency?: number;
  /** The longest answer that is read, in bytes after decompression. Default: 1,048,576. */
  readonly maxResponseBytes?: number;
  /** Layers around each call, the first of them outermost, all of them outside of retry and signing. */
  readonly middleware?: readonly Middleware[];
  /** Told what happens to calls. */
  readonly onEvent?: OnEvent;
  /** The timer functions, for tests with a clock of their own. Default: the runtime's. */
  readonly timers?: Timers;
  /** A number from 0 up to 1 that sets how long a pause before a retry is, for tests. Default: `Math.random`. */
  readonly jitter?: () => number;
}

export interface CallOptions {
  /** Aborts the call at once, wherever it is. It then rejects with the signal's own reason. */
  readonly signal?: AbortSignal;
  /** As the client's, for this call. */
  readonly timeoutMs?: number;
  /** As the client's, for this call; what is not given stays the client's. */
  readonly retry?: RetryOptions | false;
  /** Headers to send along, such as one for tracing. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the environment says, where there is one. */
export function readEnvironment(): Record<'region' | 'apiKey' | 'apiSecret' | 'baseUrl', string | undefined> {
  const env = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env ?? {};
  const read = (name: string): string | undefined => {
    const value = env[name];
    if (value !== undefined && value !== value.trim()) {
      throw new FinAuthConfigError(`${name} begins or ends with white space: remove it, it was probably copied along`);
    }
    return value || undefined;
  };
  return {
    region: read('FINAUTH_REGION'),
    apiKey: read('FINAUTH_API_KEY'),
    apiSecret: read('FINAUTH_API_SECRET'),
    baseUrl: read('FINAUTH_BASE_URL'),
  };
}

/** The scheme and host to call, with no slash at the end. */
export function resolveBaseUrl(region: string | undefined, baseUrl: string | undefined, allowInsecureHttp: boolean): string {
  if (region !== undefined && !Object.hasOwn(servers, region)) {
    throw new FinAuthConfigError(`region must be one of ${Object.keys(servers).join(', ')} (option region or FINAUTH_REGION)`);
  }
  const text = baseUrl ?? (region === undefined ? undefined : servers[region as Region].url);
  if (text === undefined)
    throw new FinAuthConfigError(`region is missing: set FINAUTH_REGION or the option region to one of ${Object.keys(servers).join(', ')}`);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.search !== '' ||
    url.hash !== '' ||
    url.username !== '' ||
    url.password !== ''
  ) {
    throw new FinAuthConfigError('baseUrl must be an https: URL with nothing but scheme, host and, behind a proxy of yours, a path');
  }
  if (url.protocol === 'http:' && !allowInsecureHttp && !isLoopback(url.hostname)) {
    throw new FinAuthConfigError(
      'baseUrl must use https: over plain HTTP anyone on the way can use your signatures. For a test, set allowInsecureHttp',
    );
  }
  return url.href.replace(/\/+$/, '');
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** The credentials that were given, or those of the environment. */
export function resolveCredentials(
  given: CredentialsSource | undefined,
  { apiKey, apiSecret }: { apiKey: string | undefined; apiSecret: string | undefined },
): CredentialsSource {
  if (given !== undefined) return given;
  const missing = [apiKey === undefined && 'FINAUTH_API_KEY', apiSecret === undefined && 'FINAUTH_API_SECRET']
    .filter(Boolean)
    .join(' and ');
  if (missing !== '') throw new FinAuthConfigError(`credentials are missing: set ${missing}, or pass the option credentials`);
  return { apiKey: apiKey!, apiSecret: apiSecret! };
}

/** The transport that was given, or the one over `fetch`. */
export function resolveTransport({ fetch, transport }: Pick<FinAuthOptions, 'fetch' | 'transport'>): Transport {
  if (fetch !== undefined && typeof fetch !== 'function') throw configComplaint('fetch', 'must be a function');
  if (transport === undefined) return fetchTransport(fetch ?? callGlobalFetch);
  if (typeof transport !== 'function') throw configComplaint('transport', 'must be a function, such as what undiciTransport() returns');
  if (fetch !== undefined) throw configComplaint('transport', 'does the work of fetch: give one of the two');
  return transport;
}

/** Looked up with each call: merely to touch `fetch` makes Node load it, which costs a server's start 20 ms. */
const callGlobalFetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);

/** What is thrown for a number that is not right: the client's own options and a call's differ in that. */
export type Complain = (name: string, rule: string) => Error;

export const configComplaint: Complain = (name, rule) => new FinAuthConfigError(`${name} ${rule}`);
export const inputComplaint: Complain = (name, rule) =>
  new FinAuthInputError('The options of the call are not right', [{ field: name, rule: 'range', message: `${name} ${rule}` }]);

// Beyond it, timers fire at once.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The options of retry, each one given or else the base's. */
export function resolveRetry(
  given: RetryOptions | false | undefined,
  base: Required<RetryOptions>,
  complain: Complain,
): Required<RetryOptions> {
  if (given === undefined) return base;
  if (given === false) return { ...base, retries: 0 };
  if (typeof given !== 'object' || given === null) throw complain('retry', 'must be an object of options, or false');
  refuseUnknown(given, retryDefaults, complain, 'retry.');
  const merged = { ...base, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
  if (!Number.isInteger(merged.retries) || merged.retries < 0) throw complain('retry.retries', 'must be a whole number, 0 or more');
  for (const name of ['baseDelayMs', 'maxDelayMs', 'maxRetryAfterMs'] as const) checkMs(`retry.${name}`, merged[name], 0, complain);
  checkMs('retry.totalTimeoutMs', merged.totalTimeoutMs, 1, complain);
  return merged;
}

export function checkMs(name: string, ms: number, least: number, complain: Complain): number {
  if (typeof ms !== 'number' || !(ms >= least && ms <= LONGEST_TIMER_MS))
    throw complain(name, `must be a number of milliseconds from ${least} to ${LONGEST_TIMER_MS}`);
  return ms;
}

export function checkCount(name: string, count: number): number {
  if (!Number.isInteger(count) || count < 1) throw configComplaint(name, 'must be a whole number, 1 or more');
  return count;
}
