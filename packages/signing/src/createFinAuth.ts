import { type Operations, operations, type SignatureField } from '@finauth-sdk/client';
import { type Call, compose, type Middleware, type Next, type OperationId } from './call.ts';
import { checkCallOptions } from './checkCallOptions.ts';
import { checkInput } from './checkInput.ts';
import { createClock } from './clock.ts';
import { emitTo } from './events.ts';
import { concurrency } from './middleware/concurrency.ts';
import { observe } from './middleware/observe.ts';
import { retry, retryDefaults } from './middleware/retry.ts';
import { sign } from './middleware/sign.ts';
import { timeout } from './middleware/timeout.ts';
import {
  type CallOptions,
  checkCount,
  checkMs,
  configComplaint,
  type FinAuthOptions,
  readEnvironment,
  resolveBaseUrl,
  resolveCredentials,
  resolveRetry,
  resolveTransport,
} from './options.ts';
import { refuseBrowser } from './refuseBrowser.ts';
import { finAuthOptions, refuseUnknown } from './refuseUnknown.ts';
import { send } from './send.ts';

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
  refuseUnknown(options, finAuthOptions, configComplaint);
  const environment = readEnvironment();
  const baseUrl = resolveBaseUrl(
    options.region ?? environment.region,
    options.baseUrl ?? environment.baseUrl,
    options.allowInsecureHttp ?? false,
  );
  const credentials = resolveCredentials(options.credentials, environment);
  const timeoutMs = checkMs('timeoutMs', options.timeoutMs ?? DEFAULT_TIMEOUT_MS, 1, configComplaint);
  const retryOptions = resolveRetry(options.retry, retryDefaults, configComplaint);
  const { now = Date.now, timers = globalThis, jitter = Math.random, middleware = [] } = options;
  if (!Array.isArray(middleware)) throw configComplaint('middleware', 'must be an array of functions');
  const maxResponseBytes = checkCount('maxResponseBytes', options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES);

  const emit = emitTo(options.onEvent);
  const clock = createClock(now, emit);
  const retryEnvironment = { clock, timers, jitter, now, emit };
  const slots: Middleware[] =
    options.maxConcurrency === undefined ? [] : [concurrency(checkCount('maxConcurrency', options.maxConcurrency))];
  // Nothing to tell, and nobody to tell it to: a layer less.
  const observed: Middleware[] = options.onEvent === undefined ? [] : [observe(emit, now)];
  const signed = sign(credentials, clock, options);
  const sent = send({ baseUrl, transport: resolveTransport(options), maxResponseBytes, now });

  // The onion. Signing is innermost, so that each attempt has a fresh signature; a call that waits to try again holds no slot;
  // the wait for a slot is not the attempt's time.
  const onion = (attemptMs: number, retrying: typeof retryOptions): Next =>
    compose([...middleware, retry(retrying, retryEnvironment), ...slots, ...observed, timeout(attemptMs, timers), signed], sent);
  const usual = onion(timeoutMs, retryOptions);

  let calls = 0;
  const callOperation = async (operation: OperationId, input: unknown, callOptions: CallOptions = {}): Promise<unknown> => {
    const fields = checkInput(operation, input);
    const own = checkCallOptions(callOptions, timeoutMs, retryOptions);
    const { signal, headers } = own;
    signal?.throwIfAborted();
    const call: Call = { operation, callId: ++calls, fields, headers, attempt: 1, signal };
    const run = own.isUsual ? usual : onion(own.timeoutMs, own.retry);
    return (await run(call)).data;
  };

  const methods = (Object.keys(operations) as OperationId[]).map((operation) => [
    operation,
    (input: unknown, callOptions?: CallOptions) => callOperation(operation, input, callOptions),
  ]);
  return Object.freeze(Object.fromEntries(methods)) as FinAuth;
}
