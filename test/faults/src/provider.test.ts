import { createFinAuth, FinAuthConfigError, type FinAuthOptions, inspectSign, verifySign } from '@finauth-sdk/signing';
import { describe, expect, it } from 'vitest';
import { canariesOf, everythingOf, findCanaries } from './canaries.ts';
import { createRig, credentials, input } from './createRig.ts';
import { refuses, succeeds } from './faults.ts';
import type { Outcome } from './settle.ts';

const { apiSecret } = credentials;
type Provider = Exclude<FinAuthOptions['credentials'], typeof credentials | undefined>;

/** Gives the credentials until the attempt at which it throws. */
function throwsAt(attempt: number, thrown: unknown): Provider {
  let asked = 0;
  return () => {
    if (++asked >= attempt) throw thrown;
    return credentials;
  };
}

const errorOf = (outcome: Outcome): unknown => (outcome.ok ? undefined : outcome.error);

it('a provider that fails before the second attempt ends the call, and the error counts what had been begun', async () => {
  const { finauth, server, events, settle } = await createRig({
    faults: [refuses(500, 'INTERNAL_ERROR'), succeeds],
    credentials: throwsAt(2, new Error('the vault is sealed')),
  });
  const error = errorOf(await settle(finauth.getBizToken(input)));
  // The second was not sent.
  expect(error).toMatchObject({ name: 'FinAuthConfigError', code: 'ERR_CONFIG', retryable: false, attempts: 1 });
  expect(server.requests).toHaveLength(1);
  expect(events.at(-1)).toMatchObject({ type: 'gaveUp', code: 'ERR_CONFIG', attempt: 2 });
});

const wordlike = 'a7Kq2mZx9Lw4Tn8Rb5Yc3Hd6';

// What a client of a vault may have in hand when it fails.
const leaky: [string, unknown][] = [
  ['in its message', new Error(`cannot unwrap ${apiSecret}`)],
  ['at the end of a long message', new Error(`${'cannot unwrap; '.repeat(12)}${apiSecret}`)],
  ['percent-encoded', new Error(`GET https://vault.invalid/?was=${encodeURIComponent(apiSecret).replaceAll('-', '%2D')}: 403`)],
  ['in base64', new Error(`authorization: Basic ${Buffer.from(`key:${apiSecret}`).toString('base64')}`)],
  ['in the cause', new Error('sealed', { cause: new Error(`cannot unwrap ${apiSecret}`) })],
  ['as its code', Object.assign(new Error('sealed'), { code: apiSecret })],
  // Such as pass for a code or a name.
  ['of letters and digits as its code', Object.assign(new Error('sealed'), { code: wordlike })],
  ['of letters and digits as its name', Object.assign(new Error('sealed'), { name: wordlike })],
  ['within what looks like a code', Object.assign(new Error('sealed'), { code: `ERR_${wordlike}` })],
  ['within what looks like a name', Object.assign(new Error('sealed'), { name: `${wordlike}Error` })],
  ['as its name', Object.assign(new Error('sealed'), { name: apiSecret })],
  ['in a property', Object.assign(new Error('sealed'), { config: { headers: { was: apiSecret } } })],
  ['among several errors', new AggregateError([new Error(apiSecret)], apiSecret)],
  ['and is a text', `cannot unwrap ${apiSecret}`],
  ['and is an object', { message: apiSecret, apiSecret }],
];

describe.each([1, 2])('at attempt %d, a provider that throws', (attempt) => {
  it.each(leaky)('the secret %s leaks none of it', async (_where, thrown) => {
    const { finauth, events, server, settle } = await createRig({
      faults: [refuses(500, 'INTERNAL_ERROR')],
      credentials: throwsAt(attempt, thrown),
    });
    const error = errorOf(await settle(finauth.getBizToken(input)));
    expect(error).toMatchObject({ name: 'FinAuthConfigError' });
    const emitted = [error, ...events].map(everythingOf).join('\n');
    const signs = server.requests.map(({ sign }) => sign!);
    expect(findCanaries(emitted, canariesOf(apiSecret, signs))).toEqual([]);
    expect(emitted).not.toContain(wordlike);
  });
});

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['the secret alone', apiSecret],
  ['a secret without a key', { apiSecret }],
  ['the two in one', { apiKey: `${credentials.apiKey}\n${apiSecret}`, apiSecret: '' }],
  ['a secret that is no text', { apiKey: credentials.apiKey, apiSecret: [apiSecret] }],
])('a provider that gives %s is a fault of the set-up, told without the secret', async (_what, given) => {
  const { finauth, events, server } = await createRig({ faults: [succeeds], credentials: (() => given) as Provider });
  const error = await finauth.getBizToken(input).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'FinAuthConfigError' });
  expect(findCanaries([error, ...events].map(everythingOf).join('\n'), canariesOf(apiSecret, []))).toEqual([]);
  expect(server.connections()).toBe(0);
});

const unreadable: [string, (fails: () => never) => unknown][] = [
  ['a getter', (fails) => Object.defineProperty({ apiKey: 'canary-key' }, 'apiSecret', { get: fails, enumerable: true })],
  ['a proxy', (fails) => new Proxy({}, { get: fails })],
];
const fails = (): never => {
  throw new Error(`cannot decrypt ${apiSecret}`);
};

it.each(unreadable)('credentials whose %s fails are a fault of the set-up, given or provided', async (_what, make) => {
  const given = make(fails) as typeof credentials;
  expect(() => createFinAuth({ region: 'sgp', credentials: given })).toThrow(FinAuthConfigError);
  expect(() => createFinAuth({ region: 'sgp', credentials: given })).not.toThrow(apiSecret);
  const { finauth, server } = await createRig({ faults: [succeeds], credentials: async () => given });
  const error = await finauth.getBizToken(input).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FinAuthConfigError);
  expect(everythingOf(error)).not.toContain(apiSecret);
  expect(server.connections()).toBe(0);
});

it.each<[string, unknown]>([
  ['a revoked proxy', revoked()],
  ['a proxy that answers nothing', new Proxy({}, { get: fails, getPrototypeOf: fails, has: fails })],
  ['nothing', undefined],
])('a provider that rejects with %s is a fault of the set-up', async (_what, thrown) => {
  const { finauth } = await createRig({ faults: [succeeds], credentials: async () => Promise.reject(thrown) });
  const error = await finauth.getBizToken(input).catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(FinAuthConfigError);
  expect((error as Error).message).toMatch(/^The provider of the credentials failed\. /);
  expect(everythingOf(error)).not.toContain(apiSecret);
});

it.each([
  ['AccessDeniedException', undefined, ' (AccessDeniedException)'],
  ['Error', 'ENOENT', ' (Error ENOENT)'],
  ['TypeError', 'UND_ERR_CONNECT_TIMEOUT', ' (TypeError UND_ERR_CONNECT_TIMEOUT)'],
  ['Error', 'DEPTH_ZERO_SELF_SIGNED_CERT', ' (Error DEPTH_ZERO_SELF_SIGNED_CERT)'],
  ['Error', 'ERR_TLS_CERT_ALTNAME_INVALID', ' (Error ERR_TLS_CERT_ALTNAME_INVALID)'],
  // Of a family that is known, and a secret for all that.
  ['Error', 'ERR_TLS_ABCDEFGHIJKLMN', ' (Error)'],
  ['AbcdefghijklmnError', 'ENOENT', ' (ENOENT)'],
  ['EABCDEFGHIJKLMN', 'UNABLE_ABCDEFGHIJKLMN', ''],
])('of the name %s and the code %s what is known is told', async (name, code, told) => {
  const thrown = Object.assign(new Error('sealed'), { name, code });
  const { finauth } = await createRig({ faults: [succeeds], credentials: async () => Promise.reject(thrown) });
  await expect(finauth.getBizToken(input)).rejects.toThrow(`The provider of the credentials failed${told}. `);
});

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

it.each<[string, (number: number) => typeof credentials]>([
  ['the secret alone', (number) => ({ ...credentials, apiSecret: `${credentials.apiSecret}-${number}` })],
  ['the key alone', (number) => ({ ...credentials, apiKey: `${credentials.apiKey}-${number}` })],
  ['both', (number) => ({ apiKey: `${credentials.apiKey}-${number}`, apiSecret: `${credentials.apiSecret}-${number}` })],
])('a provider that rotates %s is followed from one call to the next', async (_what, rotated) => {
  let asked = 0;
  const { finauth, server, clock } = await createRig({ faults: [succeeds], credentials: () => rotated(++asked) });
  for (let call = 1; call <= 3; call++) {
    await finauth.getBizToken(input);
    const { sign } = server.requests.at(-1)!;
    const { apiKey, apiSecret } = rotated(call);
    expect(verifySign(sign!, apiSecret, { now: clock.now })).toEqual({ valid: true });
    expect(inspectSign(sign!).apiKey).toBe(apiKey);
  }
});
