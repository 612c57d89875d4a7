// Measured by measureSignatures.ts on each runtime; on workerd as a Worker, in one file that holds what it needs. Answers `{ way, count }` with the milliseconds that so many signatures took.
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { signatureScheme } from '@finauth-sdk/client';
import { createSigner } from '@finauth-sdk/signing';
import { apiKey, apiSecret } from './signatureKeys.ts';

const encoder = new TextEncoder();

/** The hash that the spec asks for, as Node, WebCrypto and the library have it. */
const { node, web, library } = {
  'HMAC-SHA1': { node: 'sha1', web: 'SHA-1', library: sha1 },
  'HMAC-SHA256': { node: 'sha256', web: 'SHA-256', library: sha256 },
}[signatureScheme.digest];

interface Crypto {
  createHmac(algorithm: string, key: string): { update(text: string): { digest(): Uint8Array } };
  randomInt(max: number): number;
}
const { createHmac, randomInt } = (await import('node:crypto')) as unknown as Crypto;

function rawByHand(): string {
  const now = Math.floor(Date.now() / 1000);
  return `a=${apiKey}&b=${now + 100}&c=${now}&d=${randomInt(1e10)}`;
}

/** One encoder for all but ours, which has its own: the runtime's quickest. */
const base64: (bytes: Uint8Array) => string =
  'toBase64' in Uint8Array.prototype
    ? (bytes) => (bytes as unknown as { toBase64(): string }).toBase64()
    : (bytes) => (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).toString('base64');

function base64OfBoth(digest: Uint8Array, raw: Uint8Array): string {
  const both = new Uint8Array(digest.length + raw.length);
  both.set(digest);
  both.set(raw, digest.length);
  return base64(both);
}

const signer = createSigner({ apiKey, apiSecret });
const keyBytes = encoder.encode(apiSecret);
const webKey = await crypto.subtle.importKey('raw', keyBytes, { name: 'HMAC', hash: web }, false, ['sign']);
// Room for a digest and the raw string after it, and the key's state, kept from one signature to the next.
const DIGEST_BYTES = signatureScheme.digestBytes;
const room = new Uint8Array(256);
const digestRoom = room.subarray(0, DIGEST_BYTES);
const rawRoom = room.subarray(DIGEST_BYTES);
const keyed = hmac.create(library, keyBytes);
const state = keyed.clone();

/** The ways to a signature. All but WebCrypto's answer at once. */
const ways: Record<string, () => string | Promise<string>> = {
  ours: () => signer.sign(),
  naive: () => {
    const raw = rawByHand();
    const digest = createHmac(node, apiSecret).update(raw).digest();
    return base64(Buffer.concat([digest, Buffer.from(raw)]));
  },
  noble: () => {
    const raw = encoder.encode(rawByHand());
    return base64OfBoth(hmac(library, keyBytes, raw), raw);
  },
  nobleKept: () => {
    const { written } = encoder.encodeInto(rawByHand(), rawRoom);
    keyed._cloneInto(state);
    state.update(rawRoom.subarray(0, written)).digestInto(digestRoom);
    return base64(room.subarray(0, DIGEST_BYTES + written));
  },
  webCrypto: async () => {
    const raw = encoder.encode(rawByHand());
    return base64OfBoth(new Uint8Array(await crypto.subtle.sign('HMAC', webKey, raw)), raw);
  },
};

/** One signature, made in this way. */
export async function signOnce(way: string): Promise<string> {
  return ways[way]!();
}

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
