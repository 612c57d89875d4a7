import type { Operations, SignatureField } from '@finauth-sdk/client';
import { type Call, compose, type Middleware, type Next, type OperationId } from './call.ts';
import { type CheckOptions, type CheckReport, createCheck } from './check.ts';
import { checkCallOptions } from './options/checkCallOptions.ts';
import { checkMiddleware } from './middleware/checkMiddleware.ts';
import { checkInput } from './request/checkInput.ts';
import { createClock } from './time/clock.ts';
import { forCaller } from './thrown/forCaller.ts';
import { operations } from './generated/operations.ts';
import { concurrency } from './middleware/concurrency.ts';
import { deadline, type Progress, refuseLate } from './middleware/deadline.ts';
import { files } from './middleware/files.ts';
import { learnTime } from './middleware/learnTime.ts';
import { observe } from './middleware/observe.ts';
import { retry } from './middleware/retry.ts';
import { sign } from './middleware/sign.ts';
import { timeout } from './middleware/timeout.ts';
import type { Operation, OperationTable } from './operation.ts';
import type { CallOptions, FinAuthOptions } from './options/options.ts';
import { configComplaint, isObject } from './rules.ts';
import { send } from './request/send.ts';
import { settleOptions } from './options/settleOptions.ts';
import { type CloseOptions, createUnderWay } from './time/underWay.ts';
import { untilItWorks } from './time/untilItWorks.ts';

/**
 * FinAuth's API, with one method per operation of the spec. The SDK adds the signature's fields.
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
   * Closes the client. New calls are refused at once with a FinAuthClosedError. It waits for calls that are in flight, queued or pausing before a retry, and aborts
   * those that have not ended after `timeoutMs` (default: 10,000), with the same error. Calling it again returns the same promise; a shorter `timeoutMs` then
   * shortens the wait.
   *
   * It closes no connections: those of `fetch` belong to the runtime, and a transport that you passed stays open. Close that one afterwards, if no other client
   * uses it.
   *
   * Rejects with a FinAuthConfigError for a time that is none.
   */
  close(options?: CloseOptions): Promise<void>;
  /**
   * Checks whether a call could be made, for a server's readiness probe. It covers the configuration, DNS, TLS, FinAuth's response and the clock,
   * each with a message. For that it sends one request without a signature, which FinAuth refuses: nothing is minted, and none of the account's calls
   * is used. Simultaneous checks share that request. With `offline: true` it sends nothing and checks only the configuration, for startup.
   *
   * Rejects with the FinAuthConfigError that a call would reject with, with a FinAuthTimeoutError if the provider of credentials takes longer than `timeoutMs`,
   * and with a FinAuthClosedError after `close`. What is wrong on the way to FinAuth is in the report.
   */
  check(options?: CheckOptions): Promise<CheckReport>;
};

/**
 * A client for one region and one pair of credentials. Options that are left out are read from the environment: `FINAUTH_REGION`,
 * `FINAUTH_API_KEY`, `FINAUTH_API_SECRET`, `FINAUTH_BASE_URL`. If something is missing or wrong there, each call rejects with a FinAuthConfigError and
 * reads it again, so that a module can create its client even if the environment is not set, as in a build. `check({ offline: true })` reports it at once.
 *
 * @example
 * ```ts
 * const finauth = createFinAuth({ region: 'sgp', maxConcurrency: 10 });
 * const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
 * ```
 *
 * @throws {FinAuthConfigError} for options that cannot work, and in a browser. Nothing is sent before the first call.
 */
export function createFinAuth(options: FinAuthOptions = {}): FinAuth {
  return create(operations as OperationTable, options);
}

/**
 * The same with only the operations that you name, for a smaller bundle. They are in `@finauth-sdk/signing/operations`:
 *
 * ```ts
 * const finauth = createFinAuthWith({ getBizToken }, { region: 'sgp' });
 * ```
 *
 * @throws {FinAuthConfigError} for invalid options, for anything but an operation, and in a browser.
 */
export function createFinAuthWith<Id extends OperationId>(
  chosen: { readonly [Each in Id]: Operation<Each> },
  options: FinAuthOptions = {},
): Pick<FinAuth, Id | 'close' | 'check'> {
  const isRight = isObject(chosen) && Object.entries<Partial<Operation>>(chosen).every(([id, operation]) => operation?.id === id);
  if (!isRight)
    throw configComplaint('operations', 'must be an object of operations of @finauth-sdk/signing/operations, each by its own name');
  return create(chosen as unknown as OperationTable, options);
}

function create(operations: OperationTable, options: FinAuthOptions): FinAuth {
  const settings = settleOptions(options);
  const { maxConcurrency, middleware, emit, elapsed } = settings;
  const ids = Object.keys(operations) as OperationId[];
  const clock = createClock(settings);
  const environment = { ...settings, clock, progress: new Map<number, Progress>() };
  const underWay = createUnderWay('client', settings.timers, () => {});
  const signing = untilItWorks(() => sign(settings.credentials(), clock, settings.signer), settings.hasCredentials);

  const own = checkMiddleware(middleware);
  const reading = Object.values(operations).some(({ readFiles }) => readFiles !== undefined) ? [files(operations, environment)] : [];
  const slots: Middleware[] = maxConcurrency === undefined ? [] : [concurrency(maxConcurrency, settings)];
  // Nothing to tell, and nobody to tell it to: a layer less.
  const observed: Middleware[] = settings.tellsId ? [observe(emit, elapsed)] : [];
  const inTime = refuseLate(environment);
  // The layers around a call, the outermost first. Signing is innermost, so that each attempt has a fresh signature; a call that waits to try again holds no
  // slot; the wait for a slot is not the attempt's time.
  const layered = (attemptMs: number, retrying: typeof settings.retry): Next => {
    const sending = learnTime(clock, emit, send(operations, { ...settings, baseUrl: settings.baseUrl() }));
    return compose(
      [
        deadline(retrying.totalTimeoutMs, underWay, environment),
        ...reading,
        ...own,
        retry(retrying, environment),
        ...slots,
        inTime,
        ...observed,
        timeout(attemptMs, settings),
      ],
      signing()((call) => inTime(call, sending)),
    );
  };

  let usual: Next | undefined;
  let calls = 0;
  const callOperation = async (operation: OperationId, input: unknown, callOptions: CallOptions = {}): Promise<unknown> => {
    let callId = 0;
    try {
      const fields = checkInput(operations[operation], input);
      const { signal, headers, isUsual, timeoutMs, retry: retrying } = checkCallOptions(callOptions, settings);
      const run = isUsual ? (usual ??= layered(timeoutMs, retrying)) : layered(timeoutMs, retrying);
      callId = ++calls;
      // Whatever it is made of: the deadline listens to it, and hands on one of its own.
      const given = signal as Call['signal'];
      return (await run({ operation, callId, fields, headers, attempt: 1, clockOffsetMs: 0, signal: given })).data;
    } catch (error) {
      throw forCaller(error, callId);
    }
  };

  const check = createCheck({
    operation: ids[0]!,
    settings,
    signing: () => sign(settings.credentials(), createClock(settings), settings.signer),
    send: (call) => send(operations, { ...settings, baseUrl: settings.baseUrl() })(call),
    begin: underWay.begin,
  });

  const methods = ids.map((operation) => [
    operation,
    (input: unknown, callOptions?: CallOptions) => callOperation(operation, input, callOptions),
  ]);
  // Not frozen: tests put a stub in the place of a method, and tracers a proxy around the client.
  return { ...Object.fromEntries(methods), close: underWay.close, check } as FinAuth;
}
