import { type Region, servers, signatureScheme } from '@finauth-sdk/client';
import type { Middleware } from '../call.ts';
import { emitTo, type OnEvent } from '../events.ts';
import { FinAuthConfigError } from '../errors.ts';
import { retryDefaults, type RetryOptions } from '../middleware/retry.ts';
import type { Limiter } from '../middleware/limiter.ts';
import type { CredentialsSource } from '../middleware/sign.ts';
import { type FinAuthOptions, finAuthRules, regions, resolveRetry } from './options.ts';
import { isBrowser, refuseBrowser } from '../platform/refuseBrowser.ts';
import { checkOptions, configComplaint } from '../rules.ts';
import { type SignerOptions, signerRules } from '../signature/createSigner.ts';
import type { SendOptions } from '../request/send.ts';
import type { Transport } from '../transport.ts';
import { fetchTransport } from '../transports/fetchTransport.ts';
import { untilItWorks } from '../time/untilItWorks.ts';
import { userAgentOf } from './userAgent.ts';
import type { Time } from '../time/withDeadline.ts';

const DEFAULT_TIMEOUT_MS = 10_000;

/** What a client works with: each option as it was given, or its default. */
export interface Settings extends Time, Omit<SendOptions, 'baseUrl'> {
  /** May still lack something in the environment. */
  readonly baseUrl: () => string;
  /** May still lack something in the environment. */
  readonly credentials: () => CredentialsSource;
  /** Whether the options say the credentials, and not the environment. */
  readonly hasCredentials: boolean;
  readonly signer: SignerOptions;
  readonly timeoutMs: number;
  readonly retry: Required<RetryOptions>;
  readonly jitter: () => number;
  /** Undefined for no limit. */
  readonly maxConcurrency: number | Limiter | undefined;
  readonly middleware: readonly Middleware[];
  readonly emit: OnEvent;
  /** Undefined for signatures that serve once. */
  readonly windowSeconds: number | undefined;
}

/**
 * All that is made of the options, once: whoever needs one of them reads it here.
 *
 * @throws {FinAuthConfigError} for options that cannot work, and in a browser.
 */
export function settleOptions(options: FinAuthOptions): Settings {
  refuseBrowser(options.dangerouslyAllowBrowser);
  checkOptions(options, finAuthRules);
  const { now = Date.now, timers = globalThis, onEvent, windowSeconds = signatureScheme.defaultWindowSeconds } = options;
  return {
    baseUrl: untilItWorks(() => baseUrlOf(options), options.baseUrl !== undefined),
    credentials: () => credentialsOf(options),
    hasCredentials: options.credentials !== undefined,
    signer: Object.fromEntries(Object.entries(options).filter(([name]) => Object.hasOwn(signerRules, name))),
    transport: transportOf(options),
    sender: options.fetch ? 'fetch' : options.transport && 'transport',
    userAgent: isBrowser() ? undefined : userAgentOf(options.userAgent),
    maxResponseBytes: options.maxResponseBytes,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    retry: resolveRetry(options.retry, retryDefaults, configComplaint),
    jitter: options.jitter ?? Math.random,
    maxConcurrency: options.maxConcurrency,
    middleware: options.middleware ?? [],
    windowSeconds: options.singleUse ? undefined : windowSeconds,
    emit: emitTo(onEvent),
    tellsId: onEvent !== undefined,
    now,
    timers,
    // By a clock that nobody sets, unless a test brings timers, and a clock that goes with them.
    elapsed: (options.timers && options.now) ?? (() => performance.now()),
  };
}

/** What the environment says, where there is one. */
function fromEnvironment(name: string): string | undefined {
  return (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.[name] || undefined;
}

/** The scheme and host to call, with no slash at the end. */
function baseUrlOf({ baseUrl, region: given, allowInsecureHttp }: FinAuthOptions): string {
  if (baseUrl !== undefined) return checkBaseUrl('baseUrl', baseUrl, allowInsecureHttp);
  const region = given ?? (fromEnvironment('FINAUTH_REGION') as Region | undefined);
  const text = fromEnvironment('FINAUTH_BASE_URL');
  if (!region && !text) throw new FinAuthConfigError(`region is missing: set it, or FINAUTH_REGION, to one of ${regions}`);
  if (region && !finAuthRules.region[0](region)) throw new FinAuthConfigError(`FINAUTH_REGION must be one of ${regions}`);
  return text ? checkBaseUrl('FINAUTH_BASE_URL', text, allowInsecureHttp) : servers[region!].url;
}

function checkBaseUrl(name: string, text: string, allowInsecureHttp = false): string {
  const { protocol, hostname, origin, pathname } = parse(text);
  if (!/^https?:$/.test(protocol ?? '') || /[?#@]/.test(text))
    throw configComplaint(name, 'must be an https: URL of scheme and host, and of a path where a proxy of yours needs one');
  if (protocol === 'http:' && !allowInsecureHttp && !/^(?:(?:.+\.)?localhost|\[::1\]|127(?:\.\d+){3})$/.test(hostname!))
    throw configComplaint(name, 'must use https:, or anyone on the way can use your signatures; for a test, set allowInsecureHttp');
  return origin + pathname!.replace(/(?<!\/)\/+$/, '');
}

/** Nothing of what is no URL. Jest 29's jsdom has no `URL.canParse`. */
function parse(text: string): Partial<URL> {
  try {
    return new URL(text);
  } catch {
    return {};
  }
}

/** The credentials that were given, or those of the environment. */
function credentialsOf({ credentials }: FinAuthOptions): CredentialsSource {
  if (credentials !== undefined) return credentials;
  const names = ['FINAUTH_API_KEY', 'FINAUTH_API_SECRET'];
  const [apiKey, apiSecret] = names.map(fromEnvironment);
  if (apiKey && apiSecret) return { apiKey, apiSecret };
  const missing = names.filter((name) => !fromEnvironment(name)).join(' and ');
  throw new FinAuthConfigError(`credentials are missing: set ${missing}, or pass the option credentials`);
}

/** The transport that was given, or the one over `fetch`. */
function transportOf({ fetch, transport }: FinAuthOptions): Transport {
  if (transport === undefined) return fetchTransport(fetch);
  if (fetch !== undefined) throw configComplaint('transport', 'does the work of fetch: give one of the two');
  return transport;
}
