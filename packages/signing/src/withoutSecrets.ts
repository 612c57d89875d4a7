import { signatureScheme } from '@finauth-sdk/client';

const { apiKey, random } = signatureScheme.parameters;
// A raw string in any escaping that keeps its letters, and any run long enough to be a signature.
const EQUALS = '(?:=|%3D|&#61;|&#x3D;)';
const RAW_STRING = new RegExp(`\\b${apiKey}${EQUALS}.{0,600}?${random}${EQUALS}\\d+`, 'gis');
const LONG_RUN = /(?:[A-Za-z0-9+/=_-]|%[0-9A-F]{2}|&#(?:\d{2}|x[0-9A-F]{2});|\\\/|\\u002[bf]|\\u003d){60,}/gi;

const KEPT_CHARACTERS = 200;
const TELLING_CHARACTERS = 12;

/**
 * The beginning of a text from outside, on one line, without anything that is or could be a signature or what it is made of.
 * Where it repeats so much as a piece of a secret, however wrapped, nothing of it is kept.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const beginning = text.trim().replace(/\s+/g, ' ').slice(0, KEPT_CHARACTERS);
  if (secrets.some((secret) => holdsPieceOf(secret, beginning.replaceAll(' ', '')))) return '[withheld: it repeats the signature]';
  return beginning.replace(RAW_STRING, '[redacted]').replace(LONG_RUN, '[redacted]');
}

function holdsPieceOf(secret: string, text: string): boolean {
  for (let start = 0; start + TELLING_CHARACTERS <= secret.length; start++) {
    if (text.includes(secret.slice(start, start + TELLING_CHARACTERS))) return true;
  }
  return false;
}

/**
 * An error from outside as the cause of ours: its name, message, code and own cause, redacted, and nothing else.
 * What else an HTTP library hangs on its errors may hold the request.
 */
export function withoutSecrets(cause: unknown, secrets: readonly string[] = [], depth = 3): Error {
  const { name, message, code, cause: deeper } = (cause ?? {}) as { name?: unknown; message?: unknown; code?: unknown; cause?: unknown };
  const text = cause instanceof Error ? String(message) : describe(cause);
  const copy = new Error(
    redact(text, secrets),
    deeper === undefined || depth === 0 ? undefined : { cause: withoutSecrets(deeper, secrets, depth - 1) },
  );
  if (typeof name === 'string') copy.name = redact(name, secrets);
  if (typeof code === 'string' || typeof code === 'number')
    Object.assign(copy, { code: typeof code === 'string' ? redact(code, secrets) : code });
  return copy;
}

function describe(thrown: unknown): string {
  return typeof thrown === 'string' ? thrown : `thrown: ${thrown === null ? 'null' : typeof thrown}`;
}
