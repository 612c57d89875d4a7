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
    remedy: `Put ${fields.sign} into the multipart part unchanged. More than half of all signatures contain a "+" or a "/", and many end in "="; the others get through, so only some calls fail.`,
  },
  'space-for-plus': {
    title: 'A "+" has become a space',
    remedy:
      'Something decoded the signature as part of a URL. Send it unchanged in a multipart part, and do not decode it in transit. A third of all signatures contain a "+"; the others get through, so only some calls fail.',
  },
  'line-breaks': {
    title: 'There is a line break in or around the signature',
    remedy: 'Encode on one line: without MIME or chunked mode, and with -w0 or -A on the command line. Send no line break after it.',
  },
  'surrounding-white-space': {
    title: 'There is white space around the signature',
    remedy: 'Remove it before you send the signature: it was probably copied along, or comes from a template.',
  },
  'json-escaped': {
    title: 'The signature contains JSON escape sequences',
    remedy: 'Read it from the JSON with a parser, not by cutting the text.',
  },
  wrapped: {
    title: 'There is extra text around the signature',
    remedy: `Send the Base64 alone, with no quotes and no "${fields.sign}=" before it.`,
  },
  'url-safe-alphabet': {
    title: 'The Base64 uses the URL-safe alphabet',
    remedy: 'Encode with the standard alphabet, which has "+" and "/" where the other has "-" and "_".',
  },
  'wrong-padding': {
    title: 'The padding of the Base64 is wrong',
    remedy: 'Keep the "=" that the encoder puts at the end: the length must be a multiple of 4.',
  },
  'cut-off': {
    title: 'The signature is cut off',
    remedy: 'Look for a column, variable or log line that is too short for it. A signature is about a hundred characters long.',
  },
  'altered-end': {
    title: 'The last character cannot come from an encoder',
    remedy: 'The signature was changed or cut after it was made. Send it exactly as the encoder returns it.',
  },
  'not-base64': { title: 'This is not Base64', remedy: 'Encode the digest and the raw string together, with the standard alphabet.' },
  'not-encoded': {
    title: 'The raw string is in the signature unencoded',
    remedy: 'Concatenate the bytes of the digest and the raw string first, and encode both together.',
  },
  'encoded-in-parts': {
    title: 'The digest and the raw string are encoded separately',
    remedy: 'Concatenate the bytes of the two first, and encode them together.',
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
    title: 'The digest was encoded before it was concatenated with the raw string',
    remedy: `Use its ${digestBytes} raw bytes, and encode only the result.`,
  },
  'digest-as-text': {
    title: 'The digest went through a text encoding',
    remedy: 'A digest is bytes, not text. Concatenate bytes (Buffer.concat, byte arrays), never strings.',
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
      'It is too short for one. If it is an API key or secret, create a signature from it with finauth sign. If it was a signature, it has been cut off.',
  },
  // The raw string.
  'raw-percent-encoded': {
    title: 'The raw string is percent-encoded',
    remedy: 'Sign and send the raw string unencoded, with "=" and "&".',
  },
  'white-space': {
    title: 'There is white space in the raw string',
    remedy: 'Remove it. On the command line, echo adds a line break: use printf %s.',
  },
  'missing-field': {
    title: 'A field of the raw string is missing',
    remedy: `The raw string is ${rawForm}. If its end is missing, the signature was cut off.`,
  },
  'wrong-names': { title: 'The fields of the raw string have wrong names', remedy: `The names are single letters: ${rawForm}.` },
  'fields-out-of-order': { title: 'The fields of the raw string are in the wrong order', remedy: `The order is ${rawForm}.` },
  'times-swapped': {
    title: 'The two times are swapped',
    remedy: `${parameters.expireTime} is when the signature expires, ${parameters.currentTime} is when it was made, so ${parameters.expireTime} must be the later one.`,
  },
  milliseconds: {
    title: 'A time is in milliseconds',
    remedy: 'Divide by 1000 and round down: both times are in whole seconds since 1970.',
  },
  'fraction-of-seconds': { title: 'A time has a fraction', remedy: 'Round down to whole seconds.' },
  'duration-for-expiry': {
    title: 'The expiry is a duration',
    remedy: `${parameters.expireTime} is a point in time: add the duration to the current time, such as ${parameters.currentTime} + ${defaultWindowSeconds}.`,
  },
  'no-window': {
    title: 'The signature expires as soon as it is made',
    remedy: `Add a window to the current time: ${defaultWindowSeconds} seconds is usual.`,
  },
  'long-window': {
    title: 'The signature is valid for too long',
    remedy: `Sign each request anew, with a window of about ${defaultWindowSeconds} seconds: until it expires, anyone who has the signature can use it.`,
  },
  'clock-ahead': {
    title: 'The signature comes from the future',
    remedy: 'The clock of the signer is ahead, or local time was used as UTC. Turn on NTP, and use the seconds since 1970 from the system.',
  },
  'time-not-a-number': { title: 'A time is not a number of seconds', remedy: 'Use whole seconds since 1970, in decimal digits.' },
  'random-too-long': { title: 'The random number is too long', remedy: `It has at most ${randomMaxDigits} decimal digits.` },
  'random-negative': { title: 'The random number is negative', remedy: 'Use an unsigned integer. A signed type may have overflowed.' },
  'random-not-a-number': {
    title: 'The random number is not a number',
    remedy: `It is an unsigned integer of at most ${randomMaxDigits} decimal digits: no UUID, no fraction, no hex.`,
  },
  'empty-key': {
    title: 'There is no API key in the raw string',
    remedy: 'A variable was empty when the raw string was built: check where it is read from.',
  },
  'raw-form': { title: 'The raw string is malformed', remedy: `It is ${rawForm}, and nothing else.` },
  // What only a secret can tell.
  'other-secret': {
    title: 'The signature was made with another secret, or over another text',
    remedy:
      'Compare the secret with the one that FinAuth gave you for this key and region. Compute the digest over exactly the text that is sent.',
  },
  'secret-white-space': {
    title: 'The secret was used with white space around it',
    remedy: 'Remove the line break or space that was copied, or read from a file, together with the secret.',
  },
  'newline-digested': {
    title: 'The digest was made over the raw string and a line break',
    remedy: 'Compute the digest over the raw string alone. On the command line, echo adds a line break: use printf %s.',
  },
  'key-and-message-swapped': {
    title: 'The secret and the raw string are swapped in the digest',
    remedy: 'The secret is the key of the HMAC, the raw string its message.',
  },
  'api-key-for-secret': {
    title: 'The digest was made with the API key instead of the secret',
    remedy: 'Use the API secret as the key of the HMAC.',
  },
  'hash-without-key': { title: 'The digest is a plain hash, not an HMAC', remedy: `Use ${digest}, with the secret as its key.` },
  'base64-digested': {
    title: 'The digest was made over the Base64 of the raw string',
    remedy: 'Compute the digest over the raw string itself. Base64 comes last, over the digest and the raw string together.',
  },
  'secret-decoded': {
    title: 'The secret was decoded before it was used',
    remedy: 'The key of the HMAC is the text of the secret, as FinAuth gave it to you.',
  },
  'secret-in-signature': {
    title: 'The signature contains the secret itself',
    remedy:
      'Ask for a new secret at once: anyone who saw the signature knows the old one. The raw string contains the API key, not the secret.',
  },
  'other-key': {
    title: 'The signature is for another API key',
    remedy: 'It does not match FINAUTH_API_KEY: check which of the two the server should use.',
  },
};

/** A mistake that was found, and in what it shows. What is said holds no more of the signature than it must. */
export interface Found {
  readonly id: MistakeId;
  readonly seen: string;
}
