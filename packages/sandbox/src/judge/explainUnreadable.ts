import { signatureScheme } from '@finauth-sdk/client';
import type { Why } from './ruling.ts';
import { type Mistake, mistakes } from '../signature/mistakes.ts';
import { TIME_DIGITS, utf8 } from '../signature/readSign.ts';

const { parameters, digestBytes, digest, randomMaxDigits, fields } = signatureScheme;
const NAMES = Object.values(parameters);
const RAW_START = `${parameters.apiKey}=`;

/** Says which mistake makes a signature unreadable. Only for what `readSign` could not read. */
export function explainUnreadable(sign: string): Why {
  return explainText(sign) ?? explainBytes(Buffer.from(sign, 'base64'));
}

/** What is wrong with the signature as text. */
function explainText(sign: string): Why | undefined {
  const standard = 'the alphabet A–Z a–z 0–9 + / and = at the end';
  if (new RegExp(`^[0-9a-f]{${2 * digestBytes},}`, 'i').test(sign))
    return why('hexDigest', `${digestBytes} raw bytes`, `${2 * digestBytes} hex digits or more`);
  if (/%[0-9a-f]{2}/i.test(sign)) return why('percentEncoded', standard, `“%${/%([0-9a-f]{2})/i.exec(sign)![1]!}” in it`);
  // First, since the "+" may have been the first character. A space that is one too many makes the length wrong.
  if (sign.includes(' ') && /^[A-Za-z0-9+/= ]*$/.test(sign) && sign.length % 4 === 0) return why('plusBecameSpace', standard, 'spaces');
  if (/[\r\n\t]|^ | $/.test(sign)) return why('lineBreaks', 'one line, with nothing around it', 'white space');
  if (/[-_]/.test(sign)) return why('urlSafeAlphabet', standard, '“-” or “_”');
  if (/[^A-Za-z0-9+/=]/.test(sign)) return why('notBase64', standard, 'other characters');
  const bare = withoutPadding(sign);
  if (bare.includes('=') || bare.length % 4 === 1) return why('notBase64', standard, '“=” or an end where none can be');
  if (sign.length % 4 !== 0)
    return why('notPadded', `${bare.length + ((4 - (bare.length % 4)) % 4)} characters`, `${sign.length} characters`);
  return Buffer.from(sign, 'base64').toString('base64') === sign
    ? undefined
    : why('notBase64', 'Base64 as an encoder writes it', 'bits or padding left over');
}

/** What is wrong with what the Base64 holds. */
function explainBytes(bytes: Buffer): Why {
  if (isSignInBase64(bytes.toString('latin1'))) return why('encodedTwice', 'Base64 once', 'Base64 of Base64');
  const start = bytes.indexOf(RAW_START);
  const shape = `${digestBytes} bytes of digest, then the raw string`;
  const head = bytes.subarray(0, start < 0 ? bytes.length : start).toString('latin1');
  // Without “a=” the head is everything, and the raw string may begin with a name of its own.
  if (new RegExp(`^[0-9a-f]{${2 * digestBytes},}${start < 0 ? '' : '$'}`, 'i').test(head))
    return why('hexDigest', `${digestBytes} raw bytes`, `${2 * digestBytes} hex digits or more`);
  if (start < 0) {
    if (bytes.length <= digestBytes) return why('rawMissing', shape, `${bytes.length} bytes in all`);
    // The order may be another, or the names: then the raw string begins with another parameter.
    return explainRaw(bytes.subarray(digestBytes)) ?? why('rawMissing', shape, `no “${RAW_START}”`);
  }
  if (start === digestBytes) return explainRaw(bytes.subarray(start)) ?? why('parametersWrong', template(), 'something else');
  if (start === 0) {
    const text = utf8(bytes);
    return text !== undefined && explainRaw(bytes) === undefined
      ? why('digestMissing', shape, 'the raw string alone')
      : why('digestLast', shape, 'the raw string first');
  }
  if (/^[A-Za-z0-9+/_-]+=*$/.test(head)) return why('base64Digest', `${digestBytes} raw bytes`, `${start} characters of Base64`);
  if (isTextOfBytes(bytes.subarray(0, start)))
    return why('digestAsText', `${digestBytes} raw bytes`, `${start} bytes that are the UTF-8 of a text`);
  const other = why('wrongDigest', `${digestBytes} bytes (${digest})`, `${start} bytes${likely(start)}`);
  // A raw string whose first parameter is another one may still have this one in it.
  return likely(start) === '' ? (explainRaw(bytes.subarray(digestBytes)) ?? other) : other;
}

/** What is wrong with a raw string; undefined if it has no likeness to one, or nothing is. */
function explainRaw(bytes: Buffer): Why | undefined {
  const text = utf8(bytes);
  if (text === undefined || !text.includes('=')) return undefined;
  const pairs = text.split('&').map((pair) => [pair.slice(0, Math.max(pair.indexOf('='), 0)), pair.slice(pair.indexOf('=') + 1)] as const);
  const names = pairs.map(([name]) => name);
  const given = new Map(pairs);
  if (names.join() !== NAMES.join()) {
    const speaks = names.length > 1 && names.every((name) => /^[a-z_]+$/i.test(name));
    if (!speaks && !names.some((name) => (NAMES as string[]).includes(name))) return undefined;
    const sameNames = names.toSorted().join() === NAMES.toSorted().join();
    return why(sameNames ? 'parametersOutOfOrder' : 'parametersWrong', template(), names.map((name) => `${name}=…`).join('&'));
  }
  const apiKey = given.get(parameters.apiKey)!;
  if (apiKey === '' || apiKey.includes('='))
    return why('apiKeyMalformed', 'a key without “&” and “=”', apiKey === '' ? 'an empty one' : 'one with “=”');
  return explainTime('expireTime', given) ?? explainTime('currentTime', given) ?? explainRandom(given.get(parameters.random)!);
}

function explainTime(parameter: 'expireTime' | 'currentTime', given: ReadonlyMap<string, string>): Why | undefined {
  const value = given.get(parameters[parameter])!;
  if (new RegExp(`^\\d{1,${TIME_DIGITS}}$`).test(value)) return undefined;
  const got = `${parameters[parameter]}=${value}`;
  if (new RegExp(`^\\d{${TIME_DIGITS + 1},16}(\\.\\d+)?$`).test(value))
    return why('milliseconds', `${parameters[parameter]}=${value.slice(0, -3).slice(0, 10)}`, got);
  return why('timeMalformed', `${parameters[parameter]}=<whole seconds since 1970>`, got);
}

function explainRandom(value: string): Why | undefined {
  if (new RegExp(`^\\d{1,${randomMaxDigits}}$`).test(value)) return undefined;
  const expected = `an unsigned decimal integer of at most ${randomMaxDigits} digits`;
  if (/^-\d+$/.test(value)) return why('randomNegative', expected, value);
  if (/^\d+$/.test(value)) return why('randomTooLong', expected, `${value.length} digits`);
  return why('randomMalformed', expected, 'something else');
}

/** Without the “=” at its end. The lookbehind starts each run of “=” once: without it a long run is read again from each of its characters. */
function withoutPadding(sign: string): string {
  return sign.replace(/(?<!=)=+$/, '');
}

/** Whether this is the Base64 of something with a raw string in it. */
function isSignInBase64(text: string): boolean {
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) && Buffer.from(text, 'base64').includes(RAW_START);
}

/** Whether bytes were taken for characters and written as UTF-8: each byte from 80 up has become two, or was lost to U+FFFD. */
function isTextOfBytes(head: Buffer): boolean {
  const text = utf8(head);
  if (text === undefined) return false;
  return text.includes('\ufffd') || (text.length === digestBytes && Buffer.from(text, 'latin1').toString('latin1') === text);
}

/** What makes a digest of this length. */
function likely(length: number): string {
  const known: Record<number, string> = { 16: 'MD5', 20: 'SHA-1', 28: 'SHA-224', 32: 'SHA-256', 48: 'SHA-384', 64: 'SHA-512' };
  return known[length] === undefined ? '' : `, as ${known[length]} makes`;
}

function template(): string {
  return NAMES.map((name) => `${name}=…`).join('&');
}

function why(mistake: Mistake, expected: string, got: string): Why {
  return { mistake, message: mistakes[mistake], field: fields.sign, expected, got };
}
