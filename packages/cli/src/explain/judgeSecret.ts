import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Found } from './mistakes.ts';

export interface Digested {
  readonly digest: Uint8Array;
  readonly algorithm: string;
  /** The text that should have been digested. */
  readonly raw: string;
  readonly apiKey: string | undefined;
}

/** Whether a digest fits a secret; where not, by which mistake it does. */
export function judgeSecret(digested: Digested, secret: string): { readonly fits: boolean; readonly found: readonly Found[] } {
  const { digest, raw, algorithm } = digested;
  const equals = (bytes: Buffer): boolean => bytes.length === digest.length && timingSafeEqual(bytes, digest);
  if (equals(hmac(algorithm, secret, raw))) return { fits: true, found: [] };
  const mistake = candidates(digested, secret).find(({ made }) => equals(made));
  return {
    fits: false,
    found: [mistake?.found ?? { id: 'other-secret', seen: 'the digest does not match the raw string with this secret' }],
  };
}

/** What the digest would be under each usual mistake. */
function candidates({ algorithm, raw, apiKey }: Digested, secret: string): { readonly found: Found; readonly made: Buffer }[] {
  const hash = (text: string): Buffer => createHash(algorithm).update(text).digest();
  const edges = [secret.trim(), `${secret}\n`, `${secret}\r\n`, ` ${secret}`, `${secret} `];
  return [
    ...edges.map((edged) => ({
      found: { id: 'secret-white-space', seen: 'it matches the secret with other white space around it' } as const,
      made: hmac(algorithm, edged, raw),
    })),
    ...['\n', '\r\n'].map((end) => ({
      found: { id: 'newline-digested', seen: 'it matches the raw string with a line break' } as const,
      made: hmac(algorithm, secret, raw + end),
    })),
    {
      found: { id: 'newline-digested', seen: 'it matches the raw string without its line break' },
      made: hmac(algorithm, secret, raw.trim()),
    },
    { found: { id: 'key-and-message-swapped', seen: 'it matches the two swapped' }, made: hmac(algorithm, raw, secret) },
    { found: { id: 'api-key-for-secret', seen: 'it matches the API key' }, made: hmac(algorithm, apiKey ?? '', raw) },
    ...[raw, raw + secret, secret + raw].map((text) => ({
      found: { id: 'hash-without-key', seen: 'it matches a plain hash' } as const,
      made: hash(text),
    })),
    ...(['hex', 'base64'] as const).map((encoding) => ({
      found: { id: 'secret-decoded', seen: `it matches the secret decoded as ${encoding}` } as const,
      made: hmac(algorithm, Buffer.from(secret, encoding), raw),
    })),
    {
      found: { id: 'base64-digested', seen: 'it matches the Base64 of the raw string' },
      made: hmac(algorithm, secret, Buffer.from(raw).toString('base64')),
    },
    {
      found: { id: 'raw-percent-encoded', seen: 'it matches the raw string after percent-encoding' },
      made: hmac(algorithm, secret, encodeURIComponent(raw)),
    },
  ];
}

function hmac(algorithm: string, key: string | Buffer, text: string): Buffer {
  return createHmac(algorithm, key).update(text).digest();
}
