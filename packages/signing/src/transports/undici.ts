import { Agent, type Dispatcher } from 'undici';
import { FinAuthConfigError } from '../errors.ts';
import type { ClosableTransport, TransportAnswer, TransportRequest } from '../transport.ts';
import { envProxyFactory } from './envProxyFactory.ts';
import { createIncomingBody, type IncomingBody } from './incomingBody.ts';
import { createTargetParser, type Target } from './targetParser.ts';
import { type RawHeader, toAnswer } from './toAnswer.ts';

export interface UndiciTransportOptions {
  /** What sends the requests, such as a `ProxyAgent`. It stays yours: `close` leaves it open. Default: an `Agent` of the transport's own, which uses the environment's proxy where Node's fetch does. */
  readonly dispatcher?: Dispatcher;
  /** How many connections there may be at once; further calls wait for one. Default: no limit. */
  readonly connections?: number;
  /** How long a connection that has nothing to do is kept, in milliseconds, where the server does not say. Default: 4,000. */
  readonly keepAliveMs?: number;
}

/**
 * A transport over undici, for many calls: four times and more as fast as `fetch`, on connections that are kept.
 *
 * @throws {FinAuthConfigError} for a number that is not right, or a limit for a dispatcher that has limits of its own.
 */
export function undiciTransport(options: UndiciTransportOptions = {}): ClosableTransport {
  const { dispatcher: given, ...limits } = options;
  const dispatcher = given ?? createAgent(limits);
  if (given !== undefined && Object.values(limits).some((limit) => limit !== undefined)) {
    throw new FinAuthConfigError('dispatcher has limits of its own: set connections and keepAliveMs there, or leave dispatcher out');
  }
  if (typeof dispatcher.dispatch !== 'function') throw new FinAuthConfigError('dispatcher must be one of undici');
  const parse = createTargetParser();

  const transport = async (request: TransportRequest): Promise<TransportAnswer> => {
    request.signal?.throwIfAborted();
    return exchange(dispatcher, parse(request.url), request);
  };
  return Object.assign(transport, { close: async () => (given === undefined ? dispatcher.destroy() : undefined) });
}

function createAgent({ connections, keepAliveMs }: Omit<UndiciTransportOptions, 'dispatcher'>): Agent {
  for (const [name, value] of Object.entries({ connections, keepAliveMs })) {
    if (value !== undefined && (!Number.isInteger(value) || value < 1))
      throw new FinAuthConfigError(`${name} must be a whole number, 1 or more`);
  }
  return new Agent({
    factory: envProxyFactory,
    ...(connections !== undefined && { connections }),
    ...(keepAliveMs !== undefined && { keepAliveTimeout: keepAliveMs }),
    // The signal keeps the time.
    connect: { timeout: 0 },
  });
}

/** One request and its answer, on the level below `undici.request`: that one makes a stream for each body. */
function exchange(
  dispatcher: Dispatcher,
  { origin, path }: Target,
  { method, headers, body, signal, maxResponseBytes }: TransportRequest,
): Promise<TransportAnswer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let incoming: IncomingBody | undefined;
    const stop = (): void => controller?.abort(new Error('the rest of the answer is not wanted'));
    const fail = (reason: unknown): void => {
      signal?.removeEventListener('abort', onAbort);
      if (incoming === undefined) reject(reason);
      else incoming.fail(reason);
    };
    // At once: a request that waits for its turn has no controller yet, and undici tells of its end only then.
    const onAbort = (): void => {
      fail(signal!.reason);
      stop();
    };
    signal?.addEventListener('abort', onAbort);

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        controller = started;
        if (signal?.aborted) stop();
      },
      onResponseStart(_controller, status, answered) {
        // What comes before the answer, such as early hints.
        if (status < 200) return;
        incoming = createIncomingBody(stop, maxResponseBytes);
        resolve(toAnswer(status, String(answered['content-encoding'] ?? ''), () => pairsOf(answered), incoming));
      },
      onResponseData(_controller, chunk) {
        incoming?.push(chunk);
      },
      onResponseEnd() {
        signal?.removeEventListener('abort', onAbort);
        incoming?.end();
      },
      onResponseError(_controller, error) {
        fail(error);
      },
    };
    // The signal keeps the time, so that undici's own timers need not. A dispatcher that was given may follow redirects; not these.
    const request = { origin, path, method, headers, body, headersTimeout: 0, bodyTimeout: 0, maxRedirections: 0 };
    try {
      dispatcher.dispatch(request, handler);
    } catch (error) {
      fail(error);
    }
  });
}

function pairsOf(headers: Dispatcher.ResponseData['headers']): RawHeader[] {
  const pairs: RawHeader[] = [];
  for (const [name, values] of Object.entries(headers)) for (const value of [values ?? []].flat()) pairs.push([name, value]);
  return pairs;
}
