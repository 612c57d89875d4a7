import { signatureScheme } from '@finauth-sdk/client';

const { parameters, digest, digestBytes, randomMaxDigits, defaultWindowSeconds, fields } = signatureScheme;
const rawForm = `${parameters.apiKey}=<api_key>&${parameters.expireTime}=<expire_time>&${parameters.currentTime}=<current_time>&${parameters.random}=<random>`;

export interface MistakeText {
  readonly title: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** The name of a mistake. A contract: `--json` gives it. */
export type MistakeId =
  | 'percent-encoded'
  | 'space-for-plus'
  | 'line-breaks'
  | 'surrounding-white-space'
  | 'json-escaped'
  | 'wrapped'
  | 'url-safe-alphabet'
  | 'wrong-padding'
  | 'cut-off'
  | 'altered-end'
  | 'not-base64'
  | 'not-encoded'
  | 'encoded-in-parts'
  | 'encoded-twice'
  | 'hex-for-base64'
  | 'missing-digest'
  | 'hex-digest'
  | 'base64-digest'
  | 'digest-as-text'
  | 'digest-after-raw'
  | 'wrong-digest'
  | 'missing-raw'
  | 'no-signature'
  | 'raw-percent-encoded'
  | 'white-space'
  | 'missing-field'
  | 'wrong-names'
  | 'fields-out-of-order'
  | 'times-swapped'
  | 'milliseconds'
  | 'fraction-of-seconds'
  | 'duration-for-expiry'
  | 'no-window'
  | 'long-window'
  | 'clock-ahead'
  | 'time-not-a-number'
  | 'random-too-long'
  | 'random-negative'
  | 'random-not-a-number'
  | 'empty-key'
  | 'raw-form'
  | 'other-secret'
  | 'secret-white-space'
  | 'newline-digested'
  | 'key-and-message-swapped'
  | 'api-key-for-secret'
  | 'hash-without-key'
  | 'base64-digested'
  | 'secret-decoded'
  | 'secret-in-signature'
  | 'other-key';

/** Every mistake that can be told from a signature. */
export const mistakes: Readonly<Record<MistakeId, MistakeText>> = {
  // How the text came to be.
  'percent-encoded': {
    title: 'The signature is percent-encoded',
    remedy: `Put ${fields.sign} into the multipart part as it is. A third of all signatures hold a "+", so this fails now and then and not always.`,
  },
  'space-for-plus': {
    title: 'A "+" has become a space',
    remedy:
      'Something decoded the signature as if it stood in a URL. Send it in a multipart part as it is, and do not decode it on the way.',
  },
  'line-breaks': {
    title: 'There is a line break in the signature, or around it',
    remedy: 'Encode on one line: without MIME or chunked mode, and with -w0 or -A on a command line. Send no line break after it.',
  },
  'surrounding-white-space': {
    title: 'There is white space around the signature',
    remedy: 'Remove it before you send the signature: it was probably copied along, or comes from a template.',
  },
  'json-escaped': {
    title: 'The signature holds the escapes of a JSON string',
    remedy: 'Take it out of the JSON with a parser, not by cutting the text.',
  },
  wrapped: {
    title: 'There is something around the signature',
    remedy: `Send the Base64 alone, with no quotes and no "${fields.sign}=" before it.`,
  },
  'url-safe-alphabet': {
    title: 'The Base64 uses the URL-safe alphabet',
    remedy: 'Encode with the standard alphabet, which has "+" and "/" where the other has "-" and "_".',
  },
  'wrong-padding': {
    title: 'The padding of the Base64 is wrong',
    remedy: 'Keep the "=" at the end that the encoder puts there: the length must be a multiple of 4.',
  },
  'cut-off': {
    title: 'The signature is cut off',
    remedy: 'Look for a column, variable or log line that is too short for it. A signature is about a hundred characters long.',
  },
  'altered-end': {
    title: 'The last character is not what an encoder writes',
    remedy: 'The signature was changed or cut after it was made. Send it as it comes from the encoder.',
  },
  'not-base64': { title: 'This is not Base64', remedy: 'Encode the digest and the raw string together, with the standard alphabet.' },
  'not-encoded': {
    title: 'The raw string stands in the signature unencoded',
    remedy: 'Put the bytes of the digest and of the raw string together first, and encode both in one go.',
  },
  'encoded-in-parts': {
    title: 'The digest and the raw string are encoded each by itself',
    remedy: 'Put the bytes of the two together first, and encode them in one go.',
  },
  'encoded-twice': { title: 'The signature is encoded in Base64 twice', remedy: 'Encode once.' },
  'hex-for-base64': { title: 'The signature is in hex', remedy: 'Encode the bytes in Base64.' },
  // The digest.
  'missing-digest': { title: 'The digest is missing', remedy: `Put the ${digestBytes} bytes of ${digest} before the raw string.` },
  'hex-digest': {
    title: 'The digest is in hex',
    remedy: `Put the ${digestBytes} raw bytes of the digest before the raw string, not their ${2 * digestBytes} hex digits: digest() and not hexdigest(), hash_hmac(…, true).`,
  },
  'base64-digest': {
    title: 'The digest was encoded before it was put before the raw string',
    remedy: `Put its ${digestBytes} raw bytes there, and encode only the whole.`,
  },
  'digest-as-text': {
    title: 'The digest went through a text encoding',
    remedy: 'A digest is bytes and no text. Join bytes with bytes (Buffer.concat, byte arrays), never strings.',
  },
  'digest-after-raw': { title: 'The digest comes after the raw string', remedy: 'Put the digest first.' },
  'wrong-digest': { title: `The digest is not ${digest}`, remedy: `Use ${digest}, whose digest has ${digestBytes} bytes.` },
  'missing-raw': {
    title: 'The raw string is missing',
    remedy: `Put the raw string (${rawForm}) after the digest, and encode both together.`,
  },
  'no-signature': {
    title: 'This is not a signature',
    remedy:
      'It is too short for one. An API key or a secret is what you sign with: finauth sign. If it was a signature, it has been cut off.',
  },
  // The raw string.
  'raw-percent-encoded': { title: 'The raw string is percent-encoded', remedy: 'Sign and send the raw string as it is, with "=" and "&".' },
  'white-space': {
    title: 'There is white space in the raw string',
    remedy: 'Remove it. On a command line, echo adds a line break: use printf %s.',
  },
  'missing-field': {
    title: 'A field of the raw string is missing',
    remedy: `The raw string is ${rawForm}. If its end is missing, the signature was cut off.`,
  },
  'wrong-names': { title: 'The fields of the raw string have other names', remedy: `The names are single letters: ${rawForm}.` },
  'fields-out-of-order': { title: 'The fields of the raw string stand in another order', remedy: `The order is ${rawForm}.` },
  'times-swapped': {
    title: 'The two times are swapped',
    remedy: `${parameters.expireTime} is when the signature ends, ${parameters.currentTime} is when it was made, so ${parameters.expireTime} must be the later one.`,
  },
  milliseconds: {
    title: 'A time is in milliseconds',
    remedy: 'Divide by 1000 and round down: both times are in whole seconds since 1970.',
  },
  'fraction-of-seconds': { title: 'A time has a fraction', remedy: 'Round down to whole seconds.' },
  'duration-for-expiry': {
    title: 'The expiry is a duration',
    remedy: `${parameters.expireTime} is a point in time: add the duration to the current time, as ${parameters.currentTime} + ${defaultWindowSeconds}.`,
  },
  'no-window': {
    title: 'The signature expires the moment it begins',
    remedy: `Add a window to the current time: ${defaultWindowSeconds} seconds are usual.`,
  },
  'long-window': {
    title: 'The signature is valid for very long',
    remedy: `Sign each request anew, with a window of about ${defaultWindowSeconds} seconds: until it expires, anyone who has the signature can use it.`,
  },
  'clock-ahead': {
    title: 'The signature comes from the future',
    remedy: 'The clock that made it is ahead, or it took local time for UTC. Turn on NTP, and take seconds since 1970 from the system.',
  },
  'time-not-a-number': { title: 'A time is not a number of seconds', remedy: 'Give whole seconds since 1970, in decimal digits.' },
  'random-too-long': { title: 'The random number is too long', remedy: `It has at most ${randomMaxDigits} decimal digits.` },
  'random-negative': { title: 'The random number is negative', remedy: 'Take an unsigned integer. A signed type may have wrapped around.' },
  'random-not-a-number': {
    title: 'The random number is not a number',
    remedy: `It is an unsigned integer of at most ${randomMaxDigits} decimal digits: no UUID, no fraction, no hex.`,
  },
  'empty-key': {
    title: 'There is no API key in the raw string',
    remedy: 'A variable was empty where the raw string was made: check what it is read from.',
  },
  'raw-form': { title: 'The raw string has another form', remedy: `It is ${rawForm}, and nothing else.` },
  // What only a secret can tell.
  'other-secret': {
    title: 'The signature was made with another secret, or over another text',
    remedy: 'Compare the secret with the console, for the same key and region. Digest exactly the text that is sent.',
  },
  'secret-white-space': {
    title: 'The secret was used with white space around it',
    remedy: 'Remove the line break or blank that was copied, or read from a file, along with the secret.',
  },
  'newline-digested': {
    title: 'The digest was made over the raw string and a line break',
    remedy: 'Digest the raw string alone. On a command line, echo adds a line break: use printf %s.',
  },
  'key-and-message-swapped': {
    title: 'Secret and raw string are swapped in the digest',
    remedy: 'The secret is the key of the HMAC, the raw string its message.',
  },
  'api-key-for-secret': {
    title: 'The digest was made with the API key in place of the secret',
    remedy: 'Use the API secret as the key of the HMAC.',
  },
  'hash-without-key': { title: 'The digest is a plain hash and no HMAC', remedy: `Use ${digest}, with the secret as its key.` },
  'base64-digested': {
    title: 'The digest was made over the Base64 of the raw string',
    remedy: 'Digest the raw string itself. Base64 comes last, over the digest and the raw string together.',
  },
  'secret-decoded': {
    title: 'The secret was decoded before it was used',
    remedy: 'The key of the HMAC is the bytes of the text of the secret, as the console shows it.',
  },
  'secret-in-signature': {
    title: 'The secret itself stands in the signature',
    remedy: 'Ask for a new secret at once: anyone who saw the signature knows the old one. The raw string takes the API key.',
  },
  'other-key': {
    title: 'The signature is for another API key',
    remedy: 'It does not fit FINAUTH_API_KEY: check which of the two the server should use.',
  },
};

/** A mistake that was found, and in what it shows. What is said holds no more of the signature than it must. */
export interface Found {
  readonly id: MistakeId;
  readonly seen: string;
}
