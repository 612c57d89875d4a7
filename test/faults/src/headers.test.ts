import { createFinAuth, type FinAuthOptions } from '@finauth-sdk/signing';
import signing from '@finauth-sdk/signing/package.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { createRig, credentials, input, type Rig } from './createRig.ts';
import { succeeds } from './faults.ts';
import { outcomeOf } from './settle.ts';

const own = `finauth-sdk/${signing.version}`;

async function headersOf(rig: Rig, headers?: Record<string, string>): Promise<ReadonlyMap<string, string>> {
  await rig.finauth.getBizToken(input, headers && { headers });
  return rig.server.requests.at(-1)!.headers;
}

const adds = (headers: object): FinAuthOptions => ({
  middleware: [(call, next) => next({ ...call, headers: { ...call.headers, ...headers } })],
});

describe('User-Agent', () => {
  it.each<[string, FinAuthOptions, Record<string, string> | undefined, string]>([
    ['the SDK and its version', {}, undefined, own],
    ['a product behind it', { userAgent: 'my-bank/1.2' }, undefined, `${own} my-bank/1.2`],
    ['several, and a comment', { userAgent: 'my-bank/1.2 (kyc; eu) onboarding' }, undefined, `${own} my-bank/1.2 (kyc; eu) onboarding`],
    ['a call’s own in its place', { userAgent: 'my-bank/1.2' }, { 'User-Agent': 'probe/1' }, 'probe/1'],
    ['a middleware’s own in its place', adds({ 'USER-AGENT': 'probe/2' }), undefined, 'probe/2'],
  ])('is %s', async (_what, options, headers, sent) => {
    const rig = await createRig({ faults: [succeeds], ...options });
    expect((await headersOf(rig, headers)).get('user-agent')).toBe(sent);
  });

  it.each([
    '',
    ' ',
    'my bank/1.2/3',
    'my-bank/',
    '/1.2',
    'my-bank/1.2\r\nx-evil: 1',
    'my-bank/1.2\n',
    ' my-bank/1.2',
    'my-bank/1.2 ',
    'my-bank  a',
    'Bänk/1',
    '(comment first)',
    'my-bank (unclosed',
    'a'.repeat(300),
    7,
    null,
  ])('is refused as no product: %j', (userAgent) => {
    const options = { baseUrl: 'http://127.0.0.1:9', credentials, userAgent } as FinAuthOptions;
    expect(() => createFinAuth(options)).toThrow(
      expect.objectContaining({
        code: 'ERR_CONFIG',
        message: expect.stringMatching(/^userAgent must be a product such as my-bank\/1\.2/) as string,
      }) as Error,
    );
  });
});

// What breaks the body or the connection, in the letters that people write.
const reserved = [
  'content-type',
  'Content-Type',
  'CONTENT-TYPE',
  'Content-Length',
  'content-encoding',
  'Host',
  'HOST',
  'Transfer-Encoding',
  'Connection',
  'Keep-Alive',
  'Upgrade',
  'Expect',
  'TE',
  'Trailer',
  'Proxy-Connection',
];

describe('headers that belong to the body or the connection', () => {
  it.each(reserved)('are not a call’s to say: %s', async (name) => {
    const rig = await createRig({ faults: [succeeds] });
    const outcome = await outcomeOf(rig.finauth.getBizToken(input, { headers: { [name]: 'x' } }));
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        code: 'ERR_INPUT',
        attempts: 0,
        message: expect.stringContaining(`headers.${name.toLowerCase()} is set by the client itself: leave it out`) as string,
      },
    });
    expect(rig.server.requests).toEqual([]);
  });

  it.each(reserved)('are not a middleware’s to say: %s', async (name) => {
    const rig = await createRig({ faults: [succeeds], ...adds({ [name]: 'x' }) });
    expect(await outcomeOf(rig.finauth.getBizToken(input))).toMatchObject({
      ok: false,
      error: {
        code: 'ERR_CONFIG',
        attempts: 0,
        message: expect.stringMatching(
          new RegExp(`middleware.*headers\\.${name.toLowerCase()} is set by the client itself: leave it out`),
        ) as string,
      },
    });
    expect(rig.server.requests).toEqual([]);
  });
});

describe('what a middleware passes on as headers', () => {
  it.each<[string, unknown]>([
    ['a line break', { 'x-a': 'a\r\nb: c' }],
    ['a control character', { 'x-a': 'a\u0001' }],
    ['a name that is none', { 'x a': 'a' }],
    ['a number', { 'x-a': 1 }],
    ['undefined', { 'x-a': undefined }],
    ['nothing', null],
  ])('is checked: %s', async (_what, headers) => {
    const rig = await createRig({
      faults: [succeeds],
      middleware: [(call, next) => next({ ...call, headers: headers as Record<string, string> })],
    });
    const outcome = await outcomeOf(rig.finauth.getBizToken(input));
    expect(outcome).toMatchObject({
      ok: false,
      error: { code: 'ERR_CONFIG', message: expect.stringMatching(/middleware.*headers must be/) as string },
    });
  });

  it('may be Headers', async () => {
    const rig = await createRig({
      faults: [succeeds],
      middleware: [(call, next) => next({ ...call, headers: new Headers({ 'X-Trace': 'a' }) as never })],
    });
    expect((await headersOf(rig)).get('x-trace')).toBe('a');
  });

  it('wins over what a call has, whatever the case of its letters', async () => {
    const rig = await createRig({
      faults: [succeeds],
      middleware: [(call, next) => next({ ...call, headers: { 'X-TRACE': 'of the middleware' } })],
    });
    expect((await headersOf(rig, { 'x-trace': 'of the call' })).get('x-trace')).toBe('of the middleware');
  });
});
