import { type Operations, operations, type SignatureField, signatureScheme } from '@finauth-sdk/client';
import { type Call, compose, type Middleware, type Next, type OperationId } from './call.ts';
import { checkCallOptions } from './checkCallOptions.ts';
import { checkInput } from './checkInput.ts';
import { createClock } from './clock.ts';
import { emitTo } from './events.ts';
import { concurrency } from './middleware/concurrency.ts';
import { deadline, inTime, type UnderWay } from './middleware/deadline.ts';
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
import { refuseBrowser } from './refuseBrowser.ts';
import { checkOptions } from './rules.ts';
import { send } from './send.ts';
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
};

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_MAX_RESPONSE_BYTES = 1_048_576;

/**
 * A client for one region and one pair of credentials. What is not given is read from the environment: `FINAUTH_REGION`,
 * `FINAUTH_API_KEY`, `FINAUTH_API_SECRET`, `FINAUTH_BASE_URL`.
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
  const underWay: UnderWay = new Map();
  const environment = { clock, underWay, timers, jitter, elapsed, emit };

  const slots: Middleware[] = maxConcurrency === undefined ? [] : [concurrency(maxConcurrency)];
  // Nothing to tell, and nobody to tell it to: a layer less.
  const observed: Middleware[] = options.onEvent === undefined ? [] : [observe(emit, elapsed)];
  const signed = sign(resolveCredentials(options), clock, options, emit);
  const sent = send({ baseUrl: resolveBaseUrl(options), transport: resolveTransport(options), maxResponseBytes, now });
  // The onion. Signing is innermost, so that each attempt has a fresh signature; a call that waits to try again holds no slot;
  // the wait for a slot is not the attempt's time.
  const begins = inTime(environment);
  const onion = (attemptMs: number, retrying: typeof retryOptions): Next =>
    compose(
      [
        deadline(retrying.totalTimeoutMs, environment),
        ...middleware,
        retry(retrying, environment),
        ...slots,
        begins,
        ...observed,
        timeout(attemptMs, environment),
        signed,
        begins,
      ],
      sent,
    );

  const usual = onion(timeoutMs, retryOptions);
  let calls = 0;
  const callOperation = async (operation: OperationId, input: unknown, callOptions: CallOptions = {}): Promise<unknown> => {
    const fields = checkInput(operation, input);
    const { signal, headers, isUsual, ...times } = checkCallOptions(callOptions, timeoutMs, retryOptions);
    throwIfAborted(signal);
    // Whatever it is made of: the deadline listens to it, and hands on one of its own.
    const given = signal as AbortSignal | undefined;
    const call: Call = { operation, callId: ++calls, fields, headers, attempt: 1, clockOffsetMs: 0, signal: given };
    const run = isUsual ? usual : onion(times.timeoutMs, times.retry);
    return (await run(call)).data;
  };

  const methods = (Object.keys(operations) as OperationId[]).map((operation) => [
    operation,
    (input: unknown, callOptions?: CallOptions) => callOperation(operation, input, callOptions),
  ]);
  return Object.freeze(Object.fromEntries(methods)) as FinAuth;
}
