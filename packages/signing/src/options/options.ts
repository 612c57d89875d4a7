import { type Region, servers } from '@finauth-sdk/client';
import type { Middleware } from '../call.ts';
import { type SignerOptions, signerRules } from '../signature/createSigner.ts';
import type { OnEvent } from '../events.ts';
import type { Limiter } from '../middleware/limiter.ts';
import { type RetryOptions, retryRules } from '../middleware/retry.ts';
import type { CredentialsSource } from '../middleware/sign.ts';
import type { AbortSignalLike, PlatformFetch } from '../platform/platform.ts';
import {
  aFunction,
  anObject,
  aText,
  checkOptions,
  type Complain,
  definedOf,
  isObject,
  isSignal,
  milliseconds,
  type Rule,
  type Rules,
  trueOrFalse,
  whole,
} from '../rules.ts';
import type { Transport } from '../transport.ts';
import { userAgentRule } from './userAgent.ts';
import type { Timers } from '../time/withDeadline.ts';

/** The options of a client, all of which can be left out. An option that does not exist, or breaks its rule, is a FinAuthConfigError of `createFinAuth`. */
export interface FinAuthOptions extends SignerOptions {
  /**
   * The region whose server is called. Default: `FINAUTH_REGION`. There is no failover: this SDK assumes that a liveness_id and its data belong to
   * one region.
   */
  readonly region?: Region;
  /** The scheme and host to call instead of the region's, such as a mock's. Default: `FINAUTH_BASE_URL`, else the region's server. */
  readonly baseUrl?: string;
  /** Allow plain HTTP to a host that is not this machine. Anyone on the network can then use your signatures. Default: false. */
  readonly allowInsecureHttp?: boolean;
  /** The API key and secret, or a function that fetches them for each attempt. Default: `FINAUTH_API_KEY` and `FINAUTH_API_SECRET`. */
  readonly credentials?: CredentialsSource;
  /** What sends a request. Default: the runtime's own `fetch`. */
  readonly fetch?: PlatformFetch;
  /** What sends a request, in place of any `fetch`: that of `@finauth-sdk/signing/undici`, of `@finauth-sdk/signing/node`, or your own. */
  readonly transport?: Transport;
  /** The time for one attempt, in milliseconds, from signing to the end of the response. Default: 10,000. */
  readonly timeoutMs?: number;
  /** When and how often to retry; false for never. */
  readonly retry?: RetryOptions | false;
  /**
   * How many requests of this client may be in flight at once; others wait in a queue. Or a limiter, such as that of `@finauth-sdk/fleet`, which keeps one limit for
   * all servers of an account. Default: no limit.
   */
  readonly maxConcurrency?: number | Limiter;
  /** The largest response that is read, in bytes after decompression. Default: the API description's limit for the operation, or else 1,048,576. */
  readonly maxResponseBytes?: number;
  /**
   * The name of your product, such as `my-bank/1.2`, for the logs of gateways. Sent after the SDK's own in `User-Agent`: `finauth-sdk/<version>
   * my-bank/1.2`.
   */
  readonly userAgent?: string;
  /** Layers around each call, the first outermost, all outside of retry and signing. */
  readonly middleware?: readonly Middleware[];
  /** Called with each event of a call, for logs and metrics. */
  readonly onEvent?: OnEvent;
  /** The timer functions, for tests that replace the clock. Default: the runtime's. */
  readonly timers?: Timers;
  /** A number from 0 up to 1 that determines the pause before a retry, for tests. Default: `Math.random`. */
  readonly jitter?: () => number;
}

/** The options of one call. One that does not exist, or breaks its rule, rejects the call with a FinAuthInputError. */
export interface CallOptions {
  /**
   * Aborts the call at once, at any stage. It then rejects with the signal's own reason. Any implementation works, such as a polyfill's or jsdom's.
   */
  readonly signal?: AbortSignalLike;
  /** Like the client's option, for this call. */
  readonly timeoutMs?: number;
  /** Like the client's option, for this call; what you leave out stays as in the client. */
  readonly retry?: RetryOptions | false;
  /** Headers to send along, such as one for tracing. */
  readonly headers?: Readonly<Record<string, string>>;
}

export const regions: string = Object.keys(servers).join(', ');
const retryRule: Rule = [(value) => value === false || isObject(value), 'an object of options, or false'];

export const finAuthRules: Rules<FinAuthOptions> = {
  region: [(value) => Object.hasOwn(servers, value as string), `one of ${regions}`],
  baseUrl: aText,
  allowInsecureHttp: trueOrFalse,
  credentials: [(value) => isObject(value) || typeof value === 'function', 'an object, or a function that returns one'],
  fetch: aFunction,
  transport: aFunction,
  timeoutMs: milliseconds(1),
  retry: retryRule,
  maxConcurrency: [(value) => whole(1)[0](value) || isLimiter(value), 'a whole number, 1 or more, or a limiter'],
  maxResponseBytes: whole(1),
  userAgent: userAgentRule,
  middleware: [(value) => Array.isArray(value) && value.every((layer) => typeof layer === 'function'), 'an array of functions'],
  onEvent: aFunction,
  timers: anObject,
  jitter: aFunction,
  ...signerRules,
};

function isLimiter(value: unknown): boolean {
  return isObject(value) && typeof (value as Partial<Limiter>).enter === 'function';
}

export const callRules: Rules<CallOptions> = {
  signal: [isSignal, 'an AbortSignal'],
  timeoutMs: milliseconds(1),
  retry: retryRule,
  headers: anObject,
};

/** The options of retry, each one given or else the base's. */
export function resolveRetry(
  given: RetryOptions | false | undefined,
  base: Required<RetryOptions>,
  complain: Complain,
): Required<RetryOptions> {
  if (given === undefined) return base;
  if (given === false) return { ...base, retries: 0 };
  checkOptions(given, retryRules, complain, 'retry.');
  return { ...base, ...definedOf(given) };
}
