const KEPT_CHARACTERS = 200;
// Far enough to recognize what is cut, also where six characters stand for one.
const READ_CHARACTERS = 2_000;
const TELLING_CHARACTERS = 12;
// Long enough to be a signature, of whatever call.
const LONG_RUN = /[\w+/=%&#;\\-]{60,}/g;

/** The beginning of a text from outside, on one line, without anything that is or could be a signature. */
export function redact(text: string, secrets: readonly string[]): string {
  return withhold(text, secrets).replace(LONG_RUN, '[redacted]');
}

/** The beginning of a text from outside, on one line; nothing of it where it repeats so much as a piece of a secret, however wrapped or escaped. */
export function withhold(text: string, secrets: readonly string[]): string {
  const line = text.trim().replace(/\s+/g, ' ').slice(0, READ_CHARACTERS);
  const read = unescape(unescape(line)).replace(/\s/g, '').toLowerCase();
  return secrets.some((secret) => holdsPieceOf(secret.toLowerCase(), read))
    ? '[withheld: it repeats the signature]'
    : line.slice(0, KEPT_CHARACTERS);
}

function holdsPieceOf(secret: string, text: string): boolean {
  for (let start = 0; start + TELLING_CHARACTERS <= secret.length; start++) {
    if (text.includes(secret.slice(start, start + TELLING_CHARACTERS))) return true;
  }
  return false;
}

/** A text without the escapes of URLs, HTML and JSON. */
function unescape(text: string): string {
  return text
    .replace(/(?:%|&#x|\\u00)([\da-f]{2});?/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_escape, code: string) => String.fromCharCode(Number(code)))
    .replace(/&amp;|\\(?=\/)/g, (escape) => (escape === '\\' ? '' : '&'));
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
