import { signatureScheme } from '@finauth-sdk/client';

/** Puts a text from outside into a form that may be shown. */
export type Mask = (text: string, length?: number) => string;

const LENGTH = 200;

/**
 * The beginning of a text, without the secret and without signatures, wherever in it they are and however a URL or a form has encoded them. The text has
 * to be whole: a signature or secret whose end was cut off before cannot be told for one.
 */
export function createMask(apiSecret: string): Mask {
  const secret = spellingsOf(apiSecret);
  return (text, length = LENGTH) => copied(withoutSigns(text.replaceAll(secret, '•••')).slice(0, length));
}

/** Each character as it is or percent-encoded, once or more often; a "+" may have become a space, and a quote have a backslash. */
function spellingsOf(secret: string): RegExp {
  const spelling = (character: string): string => {
    const itself = `\\u{${character.codePointAt(0)!.toString(16)}}`;
    const encoded = [...Buffer.from(character)].map((byte) => `%(?:25)*${byte.toString(16).padStart(2, '0')}`).join('');
    return `\\\\?(?:${itself}|${encoded}${character === '+' ? '| ' : ''}${character === ' ' ? String.raw`|\+` : ''})`;
  };
  return new RegExp([...secret].map(spelling).join(''), 'giu');
}

// What is long enough to hold a signature, in either alphabet, with its + and / as they are, percent-encoded, or become spaces, and broken into lines or not.
const RUN = /(?:[A-Za-z0-9+/_\- \r\n\t]|%(?:25)*(?:2[bf]|3d)){40,}={0,2}/gi;
const { apiKey, expireTime } = signatureScheme.parameters;
// The raw string: where it begins, as its end may be cut off; or within it, where the key is no ASCII.
const RAW = new RegExp(`${apiKey}=[\\x21-\\x7e]{6}|&${expireTime}=\\d{6}`);

/** A signature may come in another field, in a path, or as the name of a field, and with something before it: somebody could still use it. */
function withoutSigns(text: string): string {
  return text.replaceAll(RUN, (run) => (holdsSign(run) ? maskSign(run) : run));
}

function holdsSign(run: string): boolean {
  const base64 = run
    .replaceAll(/%(?:25)*(2[bf]|3d)/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/[\r\n\t]/g, '');
  const spaced = base64.replaceAll(' ', '');
  return [base64.replaceAll(' ', '+'), spaced].some((spelling) =>
    // It may begin with any of four characters of what the run would be by itself.
    [0, 1, 2, 3].some((start) => RAW.test(Buffer.from(spelling.slice(start), 'base64').toString('latin1'))),
  );
}

/** The first characters of a signature, which prove nothing, and how long it is. */
export function maskSign(sign: string): string {
  return sign.length <= 12 ? `••• (${sign.length} characters)` : `${sign.slice(0, 4)}••• (${sign.length} characters)`;
}

/** The same text in memory of its own: what is cut from a text otherwise keeps all of it, which may be a whole body. */
function copied(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
