import type { AnsweredResult, Result, SignedCall } from '../call.ts';
import { FinAuthClosedError, FinAuthConfigError, FinAuthConnectionError, FinAuthResponseError } from '../errors.ts';
import { isProgrammingError } from '../thrown/isProgrammingError.ts';
import { isSteering } from './isSteering.ts';
import { isUnpackingError } from '../thrown/isUnpackingError.ts';
import { judgeAnswer, notTheApis, requestIdOf } from '../answer/judgeAnswer.ts';
import { withLazyHeaders } from '../answer/lazyHeaders.ts';
import type { GeneratedRequest, OperationTable, OwnOperation } from '../operation.ts';
import { readBody } from '../answer/readBody.ts';
import type { Transport, TransportAnswer } from '../transport.ts';
import { withoutSecrets } from '../answer/withoutSecrets.ts';

const DEFAULT_MAX_RESPONSE_BYTES = 1_048_576;

export interface SendOptions {
  /** Scheme and host, without a slash at the end. */
  readonly baseUrl: string;
  readonly transport: Transport;
  /** Undefined: what the operation says, or the default. */
  readonly maxResponseBytes: number | undefined;
  /** The option that says what sends, where one was given. */
  readonly sender?: 'fetch' | 'transport' | undefined;
  /** Sent as `User-Agent`, unless the call has one of its own. Undefined where it must not be sent. */
  readonly userAgent: string | undefined;
  readonly now: () => number;
  /** Whether anybody is told the ID of a request that went well. */
  readonly tellsId: boolean;
}

/** The innermost step: the generated operation, on a client that does nothing but send, read and judge. */
export function send(operations: OperationTable, options: SendOptions): (call: SignedCall) => Promise<Result> {
  return (signed) => {
    const operation = operations[signed.operation];
    const call = withPersonal(signed, operation);
    if (call.wait !== undefined) call.wait.for = "It was waiting for an answer: check the network to the region's host.";
    const run = (request: GeneratedRequest): Promise<AnsweredResult> => exchange(request, operation, call, options);
    // The generated functions call one method of their client and hand on what it returns.
    const generated = operation.send as (input: { client: Record<'get' | 'post', typeof run> }) => Promise<Result>;
    return generated({ client: { get: run, post: run } });
  };
}

/** Adds to the call how its errors recognize the personal data that it sends. */
function withPersonal(call: SignedCall, { personal: names, holdsPersonal }: OwnOperation): SignedCall {
  if (names === undefined || holdsPersonal === undefined) return call;
  const values = names.map((name) => call.fields[name]);
  return { ...call, personal: { names, holds: (text, pieceCharacters) => holdsPersonal(text, values, pieceCharacters) } };
}

async function exchange(
  request: GeneratedRequest,
  operation: OwnOperation,
  call: SignedCall,
  options: SendOptions,
): Promise<AnsweredResult> {
  const {
    baseUrl,
    transport,
    userAgent,
    sender,
    now,
    tellsId,
    maxResponseBytes = operation.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES,
  } = options;
  const { search = '', headers, body } = await operation.encoder.encode(call.fields, request);
  const sending = {
    url: baseUrl + request.url + search,
    method: operation.encoder.method,
    headers: { ...(userAgent !== undefined && { 'user-agent': userAgent }), ...call.headers, ...headers },
    body,
    signal: call.signal,
    maxResponseBytes,
  } as const;
  // Encoding a photo takes its time, and a provider of credentials before it.
  call.checkSlot?.();
  const answer = await lostUnless(call, sender, 'FinAuth could not be reached', () => transport(sending));
  const status = statusOf(answer);
  // The time now: the body may take its own.
  const head = { answer, call, now: now() };
  const bytes = await lostUnless(call, sender, 'The connection was lost within the answer', () => read(answer.body));
  if (bytes === undefined)
    throw notTheApis(`The answer, with status ${status}, is longer than ${maxResponseBytes} bytes (maxResponseBytes).`, head);
  const data = judgeAnswer(head, bytes, operation.answer);
  const requestId = tellsId ? requestIdOf(data, call) : undefined;
  return withLazyHeaders({ status, data, requestId }, () => answer.headers);

  async function read(body: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
    try {
      return await readBody(body, maxResponseBytes);
    } catch (error) {
      if (!isUnpackingError(error)) throw error;
      throw notTheApis(
        `The answer, with status ${status}, cannot be uncompressed: it is not what its content-encoding says, or is compressed more than once.`,
        head,
      );
    }
  }
}

/** Of a given transport, the answer may be anything. */
function statusOf(answer: TransportAnswer): number {
  try {
    const { status } = answer;
    if (typeof status === 'number') return status;
  } catch {
    // Nothing, or a getter that fails.
  }
  throw new FinAuthConfigError('The option transport must return { status, headers, body }, and its answer has no status');
}

/**
 * Whatever fails on the way there and back is a lost connection, except for what has to reach the caller as it is: an error of ours, and what a
 * framework throws to steer its rendering. (An abort has reached the caller by then: see deadline.) A mistake in the code of a given `fetch` or transport would be the same mistake in the next attempt.
 */
async function lostUnless<T>(call: SignedCall, sender: SendOptions['sender'], what: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof FinAuthConfigError || error instanceof FinAuthClosedError || error instanceof FinAuthResponseError) throw error;
    if (isSteering(error)) throw error;
    const { cause, why } = withoutSecrets(error, call);
    if (sender !== undefined && isProgrammingError(error))
      throw new FinAuthConfigError(`The option ${sender} has a bug, and failed with ${cause.name}: ${cause.message}`);
    throw new FinAuthConnectionError(
      `${what}${why === undefined ? ', for an unknown reason' : `: ${why}`}. Check the network, DNS and TLS between this server and the region's host.`,
      cause,
    );
  }
}
