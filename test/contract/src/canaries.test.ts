import { createFinAuth, createSigner, FinAuthError, type FinAuthOptions, inspectSign } from '@finauth-sdk/signing';
import { answers, repeatsTheRequest, succeeds } from '@finauth-sdk/test-faults/faults';
import { createFaultServer, type Fault, type FaultServer } from '@finauth-sdk/test-faults/faultServer';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';

const apiSecret = 'canary-secret-7f3a9c';
const credentials = { apiKey: 'canary-key', apiSecret };
const now = (): number => 1_800_000_000_000;
const random = (): number => 1_234_567_890;
const sign = createSigner(credentials, { now, random }).sign();
const { raw, digest } = inspectSign(sign);
const digestHex = Buffer.from(digest).toString('hex');

const canaries = [
  apiSecret,
  sign,
  raw,
  encodeURIComponent(sign),
  encodeURIComponent(raw),
  JSON.stringify(sign).replaceAll('/', '\\/'),
  btoa(apiSecret),
  sign.slice(0, 20),
  digestHex,
];

/** Servers and fetches that give back, one way or another, what they were sent. */
const leaks: [string, Fault, Partial<FinAuthOptions>?][] = [
  ['repeats the request in a page', repeatsTheRequest(502, ({ body }) => `<pre>${body.toString()}</pre>`)],
  ['repeats the request in a success', repeatsTheRequest(200, ({ body }) => body.toString())],
  ['repeats the signature as an error’s detail', answers(400, { error: `BAD_ARGUMENTS: ${sign}` })],
  ['repeats the raw string as a code', answers(403, { error: raw })],
  ['repeats the signature as a request_id', answers(403, { error: 'DENIED', request_id: sign })],
  ['repeats the signature percent-encoded', answers(500, `sign=${encodeURIComponent(sign)}&raw=${encodeURIComponent(raw)}`)],
  ['repeats the signature with its slashes escaped', answers(500, JSON.stringify({ message: sign }).replaceAll('/', '\\/'))],
  ['repeats the signature where the excerpt is cut', answers(500, `${'x '.repeat(95)}${sign}`)],
  ['repeats the signature behind a page of blanks', answers(500, `${' '.repeat(3_950)}${sign}`)],
  ['repeats the signature wrapped', answers(500, sign.replace(/.{40}/g, '$&\n'))],
  ['repeats the digest as hex', answers(500, `digest ${digestHex}`)],
  ['repeats half of a signature as a reason', answers(403, { error: `AUTHORIZATION_ERROR: ${sign.slice(0, 50)}` })],
  ['redirects to a place that has the signature in it', answers(302, '', { location: `https://elsewhere.example/?sign=${sign}` })],
  [
    'cannot be reached',
    succeeds,
    {
      fetch: async (_url, init) =>
        Promise.reject(Object.assign(new TypeError(`fetch failed: ${await asText(init)}`), { init, cause: new Error(await asText(init)) })),
    },
  ],
  ['is a fetch that throws what it was given', succeeds, { fetch: async (_url, init) => Promise.reject(init) }],
  ['is asked with a broken random', succeeds, { random: () => -1 }],
];

let server: FaultServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('no secret and no signature is in the error of a server that', () => {
  it.each(leaks)('%s', async (_what, fault, options) => {
    server = await createFaultServer({ faults: [fault] });
    const finauth = createFinAuth({ baseUrl: server.url, credentials, now, random, retry: false, ...options });
    const error = await finauth.getBizToken({ liveness_id: 'scene' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FinAuthError);
    // Else a server that nobody reaches would do.
    if (options === undefined) expect(server.requests).toHaveLength(1);
    expectNoCanary(error);
  });

  it('is set up wrong', () => {
    for (const options of [
      { credentials: { apiKey: 'a&b', apiSecret } },
      { credentials, region: apiSecret as 'sgp' },
      { credentials, baseUrl: `https://${apiSecret}:x@host.example` },
    ]) {
      expectNoCanary(catchError(() => createFinAuth(options)));
    }
  });
});

it('none is in the client itself, nor in a signer', () => {
  for (const each of [createFinAuth({ region: 'sgp', credentials }), createSigner(credentials)]) {
    expect(everythingOf(each)).not.toContain(apiSecret);
  }
});

it('the search finds what is there to be found', () => {
  expect(() => expectNoCanary(new Error('outer', { cause: new Error(`inner ${sign}`) }))).toThrow();
  expect(() => expectNoCanary(Object.assign(new Error('outer'), { options: { deep: { apiSecret } } }))).toThrow();
});

function expectNoCanary(error: unknown): void {
  expect(error).toBeInstanceOf(Error);
  const text = everythingOf(error);
  for (const canary of canaries) expect(text).not.toContain(canary);
}

/** All that a log could show of it: message, stack, causes, inspection with what is hidden, JSON. */
function everythingOf(value: unknown): string {
  const parts = [inspect(value, { depth: 20, showHidden: true, maxStringLength: null }), JSON.stringify(value), String(value)];
  for (let error = value; error instanceof Error; error = error.cause) parts.push(error.message, error.stack ?? '', JSON.stringify(error));
  return parts.join('\n');
}

async function asText(init: RequestInit | undefined): Promise<string> {
  return new Response(init?.body ?? null).text();
}

function catchError(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
