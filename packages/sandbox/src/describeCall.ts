import {
  errorCatalogue,
  gatewayErrors,
  signatureScheme,
  unlistedError,
  type ErrorAdvice,
  type ErrorResponse,
  type KnownErrorCode,
} from '@finauth-sdk/client';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import type { RequestRecord } from './requestLog.ts';
import type { Ruling, Why } from './ruling.ts';
import { readSign } from './signature/readSign.ts';

const LENGTH = 200;

/** A call and its answer, as a record without secrets. */
export function describeCall(
  call: Call,
  ruling: Ruling | undefined,
  { status, body }: Answer,
  apiSecret: string,
  durationMs: number,
): RequestRecord {
  const { error, request_id: requestId } = (typeof body === 'object' && body !== null ? body : {}) as Partial<ErrorResponse>;
  const mask = (text: string): string => withoutSigns(text).replaceAll(apiSecret, '•••').slice(0, LENGTH);
  const remedy = ruling && adviceOn(error, status).remedy;
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
    why: maskWhy(ruling?.why ?? accepted(call), mask),
    ...(remedy !== undefined && { remedy }),
    fields: fieldsOf(call, mask),
    ...(call.sign && { clockOffsetSeconds: call.sign.currentTime - Math.floor(call.at / 1000) }),
    ...(requestId !== undefined && { requestId }),
    durationMs,
  };
}

function accepted({ form }: Call): Why {
  const strangers = [...new Set(form?.strangers ?? [])].filter((name) => name !== '');
  const ignored = strangers.length === 0 ? '' : ` The API has no field ${strangers.map((name) => `“${name}”`).join(', ')}: ignored.`;
  return { message: `All is well.${ignored}` };
}

function maskWhy(why: Why, mask: (text: string) => string): Why {
  // The list of the test IDs is longer than a field may be, and has no secret.
  return Object.fromEntries(
    Object.entries(why).map(([name, text]) => [name, name === 'expected' ? String(text) : mask(String(text))]),
  ) as unknown as Why;
}

function fieldsOf({ form, route }: Call, mask: (text: string) => string): Record<string, string> {
  if (!form || !route) return {};
  const parts = form.parts.map(({ name, bytes, fileName }): [string, string] => {
    if (route.fields[name]!.kind === 'file') return [name, `${bytes.length} bytes${fileName === undefined ? '' : ` (${mask(fileName)})`}`];
    const text = bytes.toString('utf8');
    return [name, name === signatureScheme.fields.sign ? maskSign(text) : mask(text)];
  });
  // A field that came more than once is shown with all that came.
  const joined = parts.map(([name]): [string, string] => [
    name,
    parts
      .filter(([other]) => other === name)
      .map(([, text]) => text)
      .slice(0, 5)
      .join(', '),
  ]);
  return Object.fromEntries([
    ...joined,
    ...form.strangers.filter((name) => name !== '').map((name): [string, string] => [mask(name), '(a field that the API does not have)']),
  ]);
}

/** A signature may come in another field, or as the name of one: somebody could still use it. */
function withoutSigns(text: string): string {
  // What is long enough to hold one, in either alphabet, padded or not.
  return text.replaceAll(/[A-Za-z0-9+/_-]{40,}={0,2}/g, (run) =>
    readSign(Buffer.from(run, 'base64').toString('base64')) === undefined ? run : maskSign(run),
  );
}

/** The first characters of a signature, which prove nothing, and how long it is. */
function maskSign(sign: string): string {
  return sign.length <= 12 ? `••• (${sign.length} characters)` : `${sign.slice(0, 4)}••• (${sign.length} characters)`;
}

/** What the error model says about an answer. */
function adviceOn(error: string | undefined, status: number): ErrorAdvice {
  if (error === undefined) return gatewayErrors[status] ?? unlistedError;
  const [code = '', reason = ''] = error.split(/:\s*/);
  const entry = Object.hasOwn(errorCatalogue, code) ? errorCatalogue[code as KnownErrorCode] : undefined;
  return entry?.reasons?.[reason] ?? entry ?? unlistedError;
}
