import { type ErrorResponse, signatureScheme } from '@finauth-sdk/client';
import type { Verdict } from '@finauth-sdk/validator';
import type { SignedCall } from '../call.ts';
import { createShow, type Show } from './createShow.ts';
import { docsUrlOf } from '../docsUrlOf.ts';
import { FinAuthApiError, FinAuthResponseError } from '../errors.ts';
import { headerText } from '../platform/headerText.ts';
import { parseRetryAfter, serverTimeOf } from '../time/httpDate.ts';
import { type Advice, adviceFor, adviceForStatus, parseError, shownError } from './parseError.ts';
import { isObject } from '../rules.ts';
import { decodeUtf8 } from '../platform/textCoders.ts';
import type { TransportAnswer } from '../transport.ts';
import { withoutDeepFields } from './withoutDeepFields.ts';

/** An answer but for its body, and what it answers. */
export interface AnswerHead {
  readonly answer: Pick<TransportAnswer, 'status' | 'headers'>;
  readonly call: SignedCall;
  /** When the answer began to come by this machine's clock, in milliseconds since 1970. */
  readonly now: number;
}

type Judge = (value: unknown) => Verdict<unknown>;

/**
 * The JSON of a good answer, judged by the spec's schema. The content type does not matter, the content does.
 *
 * @throws {FinAuthApiError} for an error in FinAuth's format.
 * @throws {FinAuthResponseError} for everything else.
 */
export function judgeAnswer(head: AnswerHead, body: Uint8Array, judge: Judge): unknown {
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
    const repeats = verdict.valid && repeatsWhatWasSent(json as object, call, judge);
    if (verdict.valid && !failed && !repeats) return json;
    // Without an excerpt: there may be a token in it.
    throw notTheApis(`FinAuth answered ${status}, and yet ${why()}.`, head, '', requestIdOf(json, call));

    function why(): string {
      if (failed) return `it holds an error, ${createShow(call)(error as string, 'own')}`;
      if (repeats) return 'it repeats a secret';
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

/** Whether an answer repeats the secret, a half of the signature, or the key in place of what it must hold, as a server's does that sends everything back. */
function repeatsWhatWasSent(json: object, { fields, credentials: { apiKey, apiSecret } }: SignedCall, judge: Judge): boolean {
  // Half of it holds one of these blocks whole.
  const sent = [apiSecret, ...(String(fields[signatureScheme.fields.sign]).match(/.{24}/g) ?? [])].filter(
    ({ length }) => length >= LEAST_CHARACTERS,
  );
  const entries = Object.entries(json);
  if (entries.some(([, value]) => typeof value === 'string' && sent.some((text) => value.includes(text)))) return true;
  // The key alone is harmless in a field that nobody asked for, and no reason to lose a token. All that hold it are left out at once, for they may be thousands.
  const others = entries.filter(([, value]) => value !== apiKey);
  return others.length < entries.length && !judge(Object.fromEntries(others)).valid;
}

function apiError(head: AnswerHead, error: string, requestId: unknown, timeUsed: unknown): FinAuthApiError {
  const {
    answer: { status, headers },
    call,
    now,
  } = head;
  const parsed = parseError(error);
  const show = createShow(call);
  const serverTime = serverTimeOf(headers, now);
  return new FinAuthApiError({
    status,
    ...shownError(parsed, show),
    requestId: shownId(requestId, show),
    timeUsed: Number.isSafeInteger(timeUsed) && (timeUsed as number) >= 0 ? (timeUsed as number) : undefined,
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
    excerpt: createShow(call)(text, 'any'),
    requestId,
    retryAfterMs: retryAfterMs(head),
    ...advice,
  });
}

/** FinAuth's ID of a request, in an answer with status 200. */
export function requestIdOf(data: unknown, call: SignedCall): string | undefined {
  return isObject(data) ? shownId((data as ErrorResponse).request_id, createShow(call)) : undefined;
}

const shownId = (id: unknown, show: Show): string | undefined => (typeof id === 'string' ? show(id, 'id') : undefined);

const LEAST_CHARACTERS = 12;

const NO_ADVICE: Advice = {
  retry: 'never',
  remedy: "Check that the base URL is FinAuth's own host, and which proxy or gateway is in front of it.",
  docsUrl: docsUrlOf('ERR_RESPONSE'),
};

function retryAfterMs({ answer: { headers }, call, now }: AnswerHead): number | undefined {
  return parseRetryAfter(headerText(headers, 'retry-after'), serverTimeOf(headers, now) ?? now + call.clockOffsetMs);
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text!);
  } catch {
    return undefined;
  }
}
