import { inspectSign } from '@finauth-sdk/signing';
import { inspect } from 'node:util';

/** Everything that a log could show of a value: its text, its inspection with what is hidden, its JSON, and for errors the stack and the causes. */
export function everythingOf(value: unknown): string {
  const parts = [inspect(value, { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null }), jsonOf(value)];
  for (let error = value; error instanceof Error; error = error.cause)
    parts.push(error.message, error.stack ?? '', String(error), jsonOf(error));
  return parts.join('\n');
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // Too deep, or of a kind that has no JSON: a log could not write it either.
    return '';
  }
}

/** The forms in which a text could leave unnoticed. */
export function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  // Base64 of what the text is in the middle of begins at any of three places of its own.
  const base64 = [0, 1, 2].map((skipped) =>
    bytes.subarray(skipped, skipped + 3 * Math.floor((bytes.length - skipped) / 3)).toString('base64'),
  );
  const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const escaped = JSON.stringify(text).slice(1, -1);
  const html = text.replaceAll('&', '&amp;').replaceAll('+', '&#43;');
  return [
    text,
    bytes.toString('hex'),
    ...base64,
    ...base64.map(urlSafe),
    percent,
    encodeURIComponent(text),
    escaped,
    escaped.replaceAll('/', '\\/'),
    html,
    html.replaceAll('=', '&#61;'),
  ];
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const BEGINNING = 16;

/** What must be found nowhere: the secret, each signature, its raw string and its digest, in all their forms. */
export function canariesOf(apiSecret: string, signs: Iterable<string>): string[] {
  const canaries = new Set([apiSecret, apiSecret.slice(0, BEGINNING)].flatMap(formsOf));
  for (const sign of signs) {
    const { raw, digest } = inspectSign(sign);
    // What is cut still begins as it would. The first characters of a signature are its digest, and half of that is already more than
    // anybody needs to see.
    const beginnings = [sign, raw].map((text) => text.slice(0, BEGINNING));
    for (const text of [sign, urlSafe(sign), raw, ...beginnings, Buffer.from(digest).toString('hex')])
      for (const form of formsOf(text)) canaries.add(form);
  }
  return [...canaries];
}

/** The canaries that a text holds, as it stands, with its escapes undone, or with its white space left out. Case does not matter: hex has either. */
export function findCanaries(text: string, canaries: readonly string[]): string[] {
  const unescaped = unescape(text);
  const readings = [text, unescaped, unescaped.replaceAll(/\s/g, '')].map((reading) => reading.toLowerCase());
  return canaries.filter((canary) => readings.some((reading) => reading.includes(canary.toLowerCase())));
}

/** A text without the escapes of URLs, HTML and JSON. One may be within another. */
function unescape(text: string): string {
  const once = text
    .replaceAll(/(?:%|&#x|\\u00)([0-9a-f]{2});?/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d{2,3});/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&amp;', '&')
    .replaceAll('\\/', '/');
  return once === text ? text : unescape(once);
}
