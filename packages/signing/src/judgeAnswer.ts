import { type ErrorResponse, signatureScheme } from '@finauth-sdk/client';
import type { Verdict } from '@finauth-sdk/validator';
import type { SignedCall } from './call.ts';
import { FinAuthApiError, FinAuthResponseError } from './errors.ts';
import { parseRetryAfter, serverTimeOf } from './httpDate.ts';
import { adviceFor, adviceForStatus, isListed, parseError } from './parseError.ts';
import { isObject } from './rules.ts';
import { TELLING_CHARACTERS } from './repeatedIn.ts';
import { showId, showText } from './showText.ts';
import { decodeUtf8 } from './textCoders.ts';
import type { TransportAnswer } from './transport.ts';
import { withoutDeepFields } from './withoutDeepFields.ts';

/** An answer but for its body, and what it answers. */
export interface AnswerHead {
  readonly answer: Pick<TransportAnswer, 'status' | 'headers'>;
  readonly call: SignedCall;
  /** When the answer began to come by this machine's clock, in milliseconds since 1970. */
  readonly now: number;
}

/**
 * The JSON of a good answer, judged by the spec's schema. The content type does not matter, the content does.
 *
 * @throws {FinAuthApiError} for an error in FinAuth's format.
 * @throws {FinAuthResponseError} for everything else.
 */
export function judgeAnswer(head: AnswerHead, body: Uint8Array, judge: (value: unknown) => Verdict<unknown>): unknown {
  const {
    answer: { status },
    call,
  } = head;
  // Strictly: a token with a byte replaced would be refused on the phone, where nobody knows why. A byte order mark is passed over.
  const text = decodeUtf8(body);
  const json = withoutDeepFields(parseJson(text), body.length);
  const { error, request_id, time_used } = (isObject(json) ? json : {}) as { readonly [Field in keyof ErrorResponse]: unknown };
  const failed = typeof error === 'string' && error.trim() !== '';
  if (status >= 200 && status < 300) {
    const verdict = judge(json);
    const repeats = isObject(json) && repeatsWhatWasSent(json, call);
    if (verdict.valid && !failed && !repeats) return json;
    // Without an excerpt: there may be a token in it.
    throw notTheApis(`FinAuth answered ${status}, and yet ${why()}.`, head, '', requestIdOf(json, call));

    function why(): string {
      if (failed) return `it holds an error, ${showText(error as string, call)}`;
      if (repeats) return 'it repeats what the request was signed with';
      if (json === undefined) return /^\s*</.test(text ?? '') ? 'it is HTML, and not JSON' : 'it is not JSON';
      const broken = verdict.valid || !isObject(json) ? [] : verdict.issues.map(({ field, rule }) => `${field} (${rule})`);
      return `it breaks the API's description at ${broken.join(', ') || 'its type'}`;
    }
  }
  // Only `error` must be right: whoever has to find out what happened needs it, whatever else is odd.
  if (failed) throw apiError(head, error, request_id, time_used);
  const what = [301, 302, 303, 307, 308].includes(status)
    ? 'A redirect is never followed, since the request is signed for one host.'
    : "It is not in FinAuth's format.";
  throw notTheApis(`The answer has status ${status}. ${what}`, head, text);
}

/** Whether a text of an answer holds the signature or the secret, as that of a server does which sends everything back: that is no token. */
function repeatsWhatWasSent(json: object, { fields, credentials: { apiSecret } }: SignedCall): boolean {
  const sent = [String(fields[signatureScheme.fields.sign]), apiSecret].filter((text) => text.length >= TELLING_CHARACTERS);
  return Object.values(json).some((value) => typeof value === 'string' && sent.some((text) => value.includes(text)));
}

function apiError(head: AnswerHead, error: string, requestId: unknown, timeUsed: unknown): FinAuthApiError {
  const {
    answer: { status, headers },
    call,
    now,
  } = head;
  const parsed = parseError(error);
  const serverTime = serverTimeOf(headers, now);
  return new FinAuthApiError({
    status,
    ...(isListed(parsed) ? parsed : { code: showText(parsed.code, call), detail: parsed.detail && showText(parsed.detail, call) }),
    requestId: typeof requestId === 'string' ? showId(requestId, call) : undefined,
    timeUsed: typeof timeUsed === 'number' && timeUsed >= 0 ? timeUsed : undefined,
    retryAfterMs: retryAfterMs(head),
    clockOffsetMs: serverTime && serverTime - now,
    assumedOffsetMs: call.clockOffsetMs,
    ...adviceFor(parsed, status),
  });
}

/** The error for an answer that is not the API's. A gateway's status, with its advice, is still worth knowing. */
export function notTheApis(message: string, head: AnswerHead, text = '', requestId?: string): FinAuthResponseError {
  const {
    answer: { status },
    call,
  } = head;
  const advice = adviceForStatus(status) ?? NO_ADVICE;
  return new FinAuthResponseError(message, {
    status,
    excerpt: text === '' ? '' : showText(text, call),
    requestId,
    retryAfterMs: retryAfterMs(head),
    ...advice,
  });
}

/** FinAuth's ID of a request, in an answer with status 200. */
export function requestIdOf(data: unknown, call: SignedCall): string | undefined {
  const { request_id } = (isObject(data) ? data : {}) as { readonly [Field in keyof ErrorResponse]: unknown };
  return typeof request_id === 'string' ? showId(request_id, call) : undefined;
}

const NO_ADVICE = {
  retry: 'never',
  remedy: "Check that the base URL is FinAuth's own host, and what proxy or gateway stands before it.",
} as const;

function retryAfterMs({ answer: { headers }, call, now }: AnswerHead): number | undefined {
  return parseRetryAfter(headers.get('retry-after'), serverTimeOf(headers, now) ?? now + call.clockOffsetMs);
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text!);
  } catch {
    return undefined;
  }
}
