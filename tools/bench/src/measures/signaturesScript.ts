// Measured by measureSignatures.ts on each runtime, as one file that holds what it needs. Answers `{ way, count }` with the milliseconds that so many signatures took.
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { createSigner } from '@finauth-sdk/signing';

const apiKey = 'bench-key-0123456789abcdef';
const apiSecret = 'bench-secret-0123456789abcdef';
const encoder = new TextEncoder();

interface Crypto {
  createHmac(algorithm: string, key: string): { update(text: string): { digest(): Uint8Array } };
  randomInt(max: number): number;
}
const { createHmac, randomInt } = (await import('node:crypto')) as unknown as Crypto;

function rawByHand(): string {
  const now = Math.floor(Date.now() / 1000);
  return `a=${apiKey}&b=${now + 100}&c=${now}&d=${randomInt(1e10)}`;
}

function base64ByHand(digest: Uint8Array, raw: Uint8Array): string {
  const both = new Uint8Array(digest.length + raw.length);
  both.set(digest);
  both.set(raw, digest.length);
  return btoa(String.fromCharCode(...both));
}

const signer = createSigner({ apiKey, apiSecret });
const keyBytes = encoder.encode(apiSecret);
const webKey = await crypto.subtle.importKey('raw', keyBytes, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);

/** The ways to a signature. All but WebCrypto's answer at once. */
const ways: Record<string, () => string | Promise<string>> = {
  ours: () => signer.sign(),
  naive: () => {
    const raw = rawByHand();
    const digest = createHmac('sha1', apiSecret).update(raw).digest();
    return Buffer.concat([digest, Buffer.from(raw)]).toString('base64');
  },
  noble: () => {
    const raw = encoder.encode(rawByHand());
    return base64ByHand(hmac(sha1, keyBytes, raw), raw);
  },
  webCrypto: async () => {
    const raw = encoder.encode(rawByHand());
    return base64ByHand(new Uint8Array(await crypto.subtle.sign('HMAC', webKey, raw)), raw);
  },
};

/** Milliseconds for so many signatures; and their length, so that none is left out as unused. */
export async function signMany(way: string, count: number): Promise<{ milliseconds: number; length: number }> {
  const sign = ways[way]!;
  let length = 0;
  const start = performance.now();
  if (way === 'webCrypto') for (let done = 0; done < count; done++) length += (await sign()).length;
  else for (let done = 0; done < count; done++) length += (sign() as string).length;
  return { milliseconds: performance.now() - start, length };
}

// As a Worker, for workerd, whose own clock stands still while it computes: the caller's clock counts.
export default {
  async fetch(request: Request): Promise<Response> {
    const { way, count } = (await request.json()) as { way: string; count: number };
    return Response.json(await signMany(way, count));
  },
};
