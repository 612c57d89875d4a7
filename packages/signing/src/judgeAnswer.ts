import type { ErrorResponse } from '@finauth-sdk/client';
import { answerValidators } from '@finauth-sdk/validator';
import type { OperationId } from './call.ts';
import { FinAuthApiError, FinAuthResponseError } from './errors.ts';
import { parseHttpDate, parseRetryAfter } from './httpDate.ts';
import { adviceFor, adviceForStatus, parseError } from './parseError.ts';
import { redact } from './withoutSecrets.ts';

/** An answer as it came, but for its body. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: () => Headers;
}

export interface JudgeContext {
  readonly operation: OperationId;
  /** Texts that must not come back in an error, should the server repeat them. */
  readonly secrets: () => readonly string[];
  /** When the answer began to come, in milliseconds since 1970. */
  readonly now: number;
}

/**
 * The JSON of a good answer, judged by the spec's schema. The content type does not matter, the content does.
 *
 * @throws {FinAuthApiError} for an error in FinAuth's format.
 * @throws {FinAuthResponseError} for everything else.
 */
export function judgeAnswer(head: AnswerHead, body: Uint8Array, context: JudgeContext): unknown {
  const { status } = head;
  const text = decode(body);
  const json = text === undefined ? undefined : parseJson(text);
  const error = errorOf(json);
  if (status >= 200 && status < 300) {
    const verdict = answerValidators[context.operation](json);
    if (verdict.valid && error === undefined) return json;
    const why = verdict.valid
      ? 'it holds an error too'
      : json === undefined
        ? 'it is not JSON'
        : verdict.issues.map((issue) => issue.message).join('; ');
    throw notTheApis(`The answer has status ${status}, and is not what the API promises: ${why}.`, head, context, text);
  }
  if (error !== undefined) throw apiError(error, head, context);
  const what =
    status >= 300 && status < 400
      ? 'is a redirect, which is never followed: a signed request must not go to another host'
      : "is not in FinAuth's format";
  throw notTheApis(`The answer, with status ${status}, ${what}.`, head, context, text);
}

/** The body of a failure, if it is one. Only `error` must be right: whoever has to find out what happened needs it, whatever else is odd. */
function errorOf(json: unknown): ErrorResponse | undefined {
  const { error, request_id, time_used } = (typeof json === 'object' && json !== null ? json : {}) as {
    [Field in keyof ErrorResponse]: unknown;
  };
  if (typeof error !== 'string' || error.trim() === '') return undefined;
  return {
    error,
    ...(typeof request_id === 'string' && { request_id }),
    ...(typeof time_used === 'number' && { time_used }),
  };
}

function apiError(
  { error, request_id, time_used }: ErrorResponse,
  { status, headers }: AnswerHead,
  { secrets, now }: JudgeContext,
): FinAuthApiError {
  const { code, detail } = parseError(error);
  const parsed = { code: redact(code, secrets()), detail: detail === undefined ? undefined : redact(detail, secrets()) };
  const { retry, meaning, remedy } = adviceFor(parsed, status);
  const received = headers();
  const serverTime = parseHttpDate(received.get('date'));
  return new FinAuthApiError({
    status,
    ...parsed,
    requestId: request_id === undefined ? undefined : redact(request_id, secrets()),
    timeUsed: time_used,
    retryAfterMs: parseRetryAfter(received.get('retry-after'), serverTime ?? now),
    serverTime,
    localTime: now,
    retry,
    meaning,
    remedy,
  });
}

/** The error for an answer that is not the API's. A gateway's status, with its advice, is still worth knowing. */
export function notTheApis(
  message: string,
  { status, headers }: AnswerHead,
  { secrets, now }: Omit<JudgeContext, 'operation'>,
  text?: string,
): FinAuthResponseError {
  const advice = adviceForStatus(status);
  const received = headers();
  return new FinAuthResponseError(advice === undefined ? message : `${message} ${advice.meaning}`, {
    status,
    excerpt: redact(text ?? '', secrets()),
    retryAfterMs: parseRetryAfter(received.get('retry-after'), parseHttpDate(received.get('date')) ?? now),
    ...(advice && { retry: advice.retry, remedy: advice.remedy }),
  });
}

const utf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true });

/** Strictly: a token with a byte replaced would be refused on the phone, where nobody knows why. A byte order mark is passed over. */
function decode(body: Uint8Array): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
