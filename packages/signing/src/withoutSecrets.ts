import { signatureScheme } from '@finauth-sdk/client';

const { apiKey, random } = signatureScheme.parameters;
// A raw string in any escaping that keeps its letters, and any run long enough to be a signature.
const EQUALS = '(?:=|%3D|&#61;|&#x3D;)';
const RAW_STRING = new RegExp(`\\b${apiKey}${EQUALS}.{0,600}?${random}${EQUALS}\\d+`, 'gis');
const LONG_RUN = /(?:[A-Za-z0-9+/=_-]|%[0-9A-F]{2}|&#(?:\d{2}|x[0-9A-F]{2});|\\\/|\\u002[bf]|\\u003d){60,}/gi;

const KEPT_CHARACTERS = 200;
const TELLING_CHARACTERS = 12;

/** The beginning of a text from outside, on one line, without anything that is or could be a signature or what it is made of. */
export function redact(text: string, secrets: readonly string[]): string {
  return withhold(text, secrets).replace(RAW_STRING, '[redacted]').replace(LONG_RUN, '[redacted]');
}

/** The beginning of a text from outside, on one line; nothing of it where it repeats so much as a piece of a secret, however wrapped. */
export function withhold(text: string, secrets: readonly string[]): string {
  const beginning = text.trim().replace(/\s+/g, ' ').slice(0, KEPT_CHARACTERS);
  const packed = beginning.replaceAll(' ', '').toLowerCase();
  return secrets.some((secret) => holdsPieceOf(secret.toLowerCase(), packed)) ? '[withheld: it repeats the signature]' : beginning;
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
export function withoutSecrets(error: unknown, secrets: readonly string[], depth = 3): Error {
  const { name, message, code, cause, errors } = read(error);
  // A host of many addresses fails with a list of errors, and no message of its own.
  const [first] = Array.isArray(errors) ? errors.map(read) : [];
  const text = [message, first?.message, code, name, typeof error === 'string' ? error : 'unknown'].find(
    (it) => typeof it === 'string' && it !== '',
  );
  const copy = new Error(
    redact(text as string, secrets),
    cause === undefined || depth === 0 ? undefined : { cause: withoutSecrets(cause, secrets, depth - 1) },
  );
  if (typeof name === 'string') copy.name = redact(name, secrets);
  return code === undefined ? copy : Object.assign(copy, { code: redact(String(code), secrets) });
}

type Read = Readonly<Partial<Record<'name' | 'message' | 'code' | 'cause' | 'errors', unknown>>>;

/** What there is to read of something thrown, which may be anything at all. */
function read(thrown: unknown): Read {
  try {
    const { name, message, code, cause, errors } = (thrown ?? {}) as Read;
    return { name, message, code, cause, errors };
  } catch {
    return {};
  }
}
