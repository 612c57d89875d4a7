import {
  errorCatalogue,
  gatewayErrors,
  resultScheme,
  signatureScheme,
  unlistedError,
  type ErrorAdvice,
  type ErrorResponse,
  type KnownErrorCode,
} from '@finauth-sdk/client';
import type { Answer } from '../judge/answer.ts';
import type { Call } from '../call.ts';
import { createMask, type Mask, maskSign } from './maskSecrets.ts';
import type { RequestRecord } from './requestLog.ts';
import type { Ruling, Why } from '../judge/ruling.ts';

/** A call and its answer, as a record without secrets. */
export function describeCall(
  call: Call,
  ruling: Ruling | undefined,
  { status, body }: Answer,
  apiSecret: string,
  durationMs: number,
): RequestRecord {
  const { error, request_id: requestId } = (typeof body === 'object' && body !== null ? body : {}) as Partial<ErrorResponse>;
  const mask = createMask(apiSecret);
  const remedy = ruling && status >= 400 ? adviceOn(error, status).remedy : undefined;
  return {
    number: call.number,
    at: new Date(call.at),
    method: call.method,
    path: mask(call.path),
    address: call.address,
    ...(call.route && { operation: call.route.operationId }),
    verdict: ruling?.verdict ?? 'accepted',
    status,
    ...(error !== undefined && { error: mask(error) }),
    why: maskWhy(ruling?.why ?? accepted(call, body), mask),
    ...(remedy !== undefined && { remedy }),
    fields: fieldsOf(call, mask),
    ...(call.sign && { clockOffsetSeconds: call.sign.currentTime - Math.floor(call.at / 1000) }),
    ...(requestId !== undefined && { requestId }),
    durationMs,
  };
}

function accepted({ form, route }: Call, body: unknown): Why {
  const given = Object.keys(route?.success.tokens ?? {}).length > 0 ? '; token issued' : '';
  const result = route?.operationId === resultScheme.operation ? (body as Record<string, unknown>)[resultScheme.message] : undefined;
  const answered = result === undefined ? '' : ` The phone ended with ${String(result)}.`;
  const strangers = [...new Set(form?.strangers ?? [])].filter((name) => name !== '');
  const ignored = strangers.length === 0 ? '' : ` The API has no field ${strangers.map((name) => `“${name}”`).join(', ')}: ignored.`;
  return { message: `Signature valid${given}.${answered}${ignored}` };
}

function maskWhy(why: Why, mask: Mask): Why {
  // The list of the test IDs is longer than what a caller may have shown.
  return Object.fromEntries(
    Object.entries(why).map(([name, text]) => [name, mask(String(text), name === 'expected' ? Infinity : undefined)]),
  ) as unknown as Why;
}

function fieldsOf({ form, route }: Call, mask: Mask): Record<string, string> {
  if (!form || !route) return {};
  const parts = form.parts.map(({ name, bytes, fileName }): [string, string] => {
    // Not even what a file is called: that may be who is on it.
    if (route.fields[name]!.isPersonal) return [name, `(personal data, ${bytes.length} bytes, not stored)`];
    if (route.fields[name]!.kind === 'file') return [name, `${bytes.length} bytes${fileName === undefined ? '' : ` (${mask(fileName)})`}`];
    const text = bytes.toString('utf8');
    const shown = mask(text);
    return [name, name !== signatureScheme.fields.sign || shown.includes('•••') ? shown : maskSign(text)];
  });
  // A field that came more than once is shown with all that came, the first few at least.
  const texts = new Map<string, string[]>();
  for (const [name, text] of parts) texts.set(name, [...(texts.get(name) ?? []), text].slice(0, 5));
  const joined = [...texts].map(([name, its]): [string, string] => [name, its.join(', ')]);
  return Object.fromEntries([
    ...joined,
    ...form.strangers.filter((name) => name !== '').map((name): [string, string] => [mask(name), '(a field that the API does not have)']),
  ]);
}

/** What the error model says about an answer. */
function adviceOn(error: string | undefined, status: number): ErrorAdvice {
  if (error === undefined) return gatewayErrors[status] ?? unlistedError;
  const [code = '', reason = ''] = error.split(/:\s*/);
  const entry = Object.hasOwn(errorCatalogue, code) ? errorCatalogue[code as KnownErrorCode] : undefined;
  return entry?.reasons?.[reason] ?? entry ?? unlistedError;
}
