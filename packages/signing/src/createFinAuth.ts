import { type Operations, operations, type SignatureField, signatureScheme } from '@finauth-sdk/client';
import { type Call, compose, type Middleware, type Next, type OperationId } from './call.ts';
import { checkCallOptions } from './checkCallOptions.ts';
import { checkedHeaders } from './checkHeaders.ts';
import { checkInput } from './checkInput.ts';
import { createClock } from './clock.ts';
import { emitTo } from './events.ts';
import { forCaller } from './forCaller.ts';
import { concurrency } from './middleware/concurrency.ts';
import { checkTime, deadline, type Progress } from './middleware/deadline.ts';
import { learnTime } from './middleware/learnTime.ts';
import { observe } from './middleware/observe.ts';
import { retry, retryDefaults } from './middleware/retry.ts';
import { sign } from './middleware/sign.ts';
import { timeout } from './middleware/timeout.ts';
import {
  type CallOptions,
  configComplaint,
  type FinAuthOptions,
  finAuthRules,
  resolveBaseUrl,
  resolveCredentials,
  resolveRetry,
  resolveTransport,
} from './options.ts';
import { isBrowser, refuseBrowser } from './refuseBrowser.ts';
import { checkOptions } from './rules.ts';
import { send } from './send.ts';
import { type CloseOptions, createUnderWay } from './underWay.ts';
import { userAgentOf } from './userAgent.ts';
import { throwIfAborted } from './whenAborted.ts';

/**
 * FinAuth's API, one method for each operation of the spec. The signature's fields are not the caller's to give.
 *
 * Each method rejects with a FinAuthError, or, if its signal was aborted, with the signal's own reason.
 */
export type FinAuth = {
  readonly [Id in keyof Operations]: (
    input: Omit<Operations[Id]['body'], SignatureField>,
    options?: CallOptions,
  ) => Promise<Operations[Id]['answer']>;
} & {
  /**
   * Ends the client. New calls are refused at once with a FinAuthClosedError; those in flight, in line and pausing before a retry are waited for, and
   * what has not ended after `timeoutMs` (default: 10,000) is aborted, with the same error. A second call returns the first one's promise.
   *
   * It closes the connections that the client has opened itself. A transport that was given stays open: close it afterwards, if no other client uses it.
   *
   * Rejects with a FinAuthConfigError for a time that is none.
   */
  close(options?: CloseOptions): Promise<void>;
  /**
   * Checks that a call could be made: the options, what comes from the environment, and the credentials, for which a provider is asked. Sends nothing.
   * For a server's start, and for its readiness probe.
   *
   * Rejects with the FinAuthConfigError that a call would reject with, or with a FinAuthTimeoutError if the provider takes longer than `timeoutMs`.
   */
  check(): Promise<void>;
};

const ids = Object.keys(operations) as OperationId[];
const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_MAX_RESPONSE_BYTES = 1_048_576;

/**
 * A client for one region and one pair of credentials. What is not given is read from the environment: `FINAUTH_REGION`,
 * `FINAUTH_API_KEY`, `FINAUTH_API_SECRET`, `FINAUTH_BASE_URL`. If something is missing or wrong there, each call rejects with a FinAuthConfigError and
 * reads it again, so that a module can make its client where the environment is not set, as in a build. `check()` tells at once.
 *
 * @throws {FinAuthConfigError} for options that cannot work, and in a browser. Nothing is sent before the first call.
 */
export function createFinAuth(options: FinAuthOptions = {}): FinAuth {
  refuseBrowser(options.dangerouslyAllowBrowser);
  checkOptions(options, finAuthRules, configComplaint);
  const { timeoutMs = DEFAULT_TIMEOUT_MS, maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES, maxConcurrency, middleware = [] } = options;
  const { now = Date.now, timers = globalThis, jitter = Math.random } = options;
  const retryOptions = resolveRetry(options.retry, retryDefaults, configComplaint);
  const emit = emitTo(options.onEvent);
  // By a clock that nobody sets, unless a test brings timers, and a clock that goes with them.
  const elapsed = (options.timers && options.now) ?? (() => performance.now());
  const { windowSeconds = signatureScheme.defaultWindowSeconds, singleUse } = options;
  const clock = createClock({ now, elapsed, windowSeconds: singleUse ? undefined : windowSeconds });
  const progress = new Map<number, Progress>();
  const environment = { clock, progress, timers, jitter, elapsed, emit };

  const underWay = createUnderWay('client', timers, () => {});
  const own: Middleware[] = middleware.length === 0 ? [] : [...middleware, checkedHeaders];
  const slots: Middleware[] = maxConcurrency === undefined ? [] : [concurrency(maxConcurrency, elapsed)];
  // Nothing to tell, and nobody to tell it to: a layer less.
  const observed: Middleware[] = options.onEvent === undefined ? [] : [observe(emit, elapsed)];
  const transport = resolveTransport(options);
  const userAgent = isBrowser() ? undefined : userAgentOf(options.userAgent);
  const sent = inTime(options.baseUrl !== undefined, () =>
    send({
      baseUrl: resolveBaseUrl(options),
      transport,
      sender: options.fetch !== undefined ? 'fetch' : options.transport !== undefined ? 'transport' : undefined,
      userAgent,
      maxResponseBytes,
      now,
      tellsId: options.onEvent !== undefined,
    }),
  );
  const signed = inTime(options.credentials !== undefined, () => sign(resolveCredentials(options), clock, options));
  // The onion. Signing is innermost, so that each attempt has a fresh signature; a call that waits to try again holds no slot;
  // the wait for a slot is not the attempt's time.
  const begins: Middleware = async (call, next) => {
    checkTime(call, environment);
    return next(call);
  };
  const onion = (attemptMs: number, retrying: typeof retryOptions): Next => {
    const whole = deadline(retrying.totalTimeoutMs, underWay, environment);
    const sending = learnTime(clock, emit, sent());
    const attempt = signed()(async (call) => {
      checkTime(call, environment);
      return sending(call);
    });
    return compose([whole, ...own, retry(retrying, environment), ...slots, begins, ...observed, timeout(attemptMs, environment)], attempt);
  };

  const usual = inTime(false, () => onion(timeoutMs, retryOptions));
  let calls = 0;
  const callOperation = async (operation: OperationId, input: unknown, callOptions: CallOptions = {}): Promise<unknown> => {
    let callId = 0;
    try {
      const fields = checkInput(operation, input);
      const { signal, headers, isUsual, ...times } = checkCallOptions(callOptions, timeoutMs, retryOptions);
      throwIfAborted(signal);
      const run = isUsual ? usual() : onion(times.timeoutMs, times.retry);
      callId = ++calls;
      // Whatever it is made of: the deadline listens to it, and hands on one of its own.
      const given = signal as Call['signal'];
      const call: Call = { operation, callId, fields, headers, attempt: 1, clockOffsetMs: 0, signal: given };
      return (await run(call)).data;
    } catch (error) {
      throw forCaller(error, callId);
    }
  };

  // What an attempt does, up to where it would send.
  const check = async (): Promise<void> => {
    sent();
    const call: Call = { operation: ids[0]!, callId: 0, fields: {}, headers: {}, attempt: 1, clockOffsetMs: 0, signal: undefined };
    const unsent = signed()(async () => ({ status: 0, headers: undefined as never, data: undefined }));
    await timeout(timeoutMs, environment)(call, unsent);
  };

  const methods = ids.map((operation) => [
    operation,
    (input: unknown, callOptions?: CallOptions) => callOperation(operation, input, callOptions),
  ]);
  // Not frozen: tests put a stub in the place of a method, and tracers a proxy around the client.
  return { ...Object.fromEntries(methods), close: underWay.close, check } as FinAuth;
}

/**
 * What is made of options, at once, and of the environment where they say nothing. If that lacks something, it is not the time to complain: a build loads
 * modules without it, and programs read a file of settings after they have loaded theirs. Each use tries again.
 */
function inTime<T>(isGiven: boolean, make: () => T): () => T {
  let made: T | undefined;
  const use = (): T => (made ??= make());
  try {
    use();
  } catch (error) {
    if (isGiven) throw error;
  }
  return use;
}
