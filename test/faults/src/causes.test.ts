import { createFinAuth, type FinAuthConnectionError, type Transport } from '@finauth-sdk/signing';
import { expect, it } from 'vitest';
import { everythingOf } from './canaries.ts';
import { credentials, input } from './createRig.ts';

const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const cyclic = (): Error => {
  const error = new Error('the tunnel broke');
  error.cause = new Error('the proxy left', { cause: error });
  return error;
};
const withGetter = (message: string): Error =>
  Object.defineProperty(new Error(message), 'code', {
    get() {
      throw new Error(credentials.apiSecret);
    },
  });
const refusedBy = (address: string, port: number): Error =>
  Object.assign(new Error(`connect ECONNREFUSED ${address}:${port}`), { code: 'ECONNREFUSED', syscall: 'connect', address, port });
const notFound = (hostname: string): Error =>
  Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname });
const why = /^FinAuth could not be reached: ([^]*)\. Check the network/;

// What transports, agents, proxies and patched fetches reject with, and what is to be said of it.
it.each<[string, () => unknown, string]>([
  ['an Error', () => new Error('socket hang up'), 'socket hang up'],
  ['an Error with a cause', () => new TypeError('fetch failed', { cause: refusedBy('127.0.0.1', 1) }), 'connect ECONNREFUSED 127.0.0.1:1'],
  [
    'a host that nobody knows',
    () => new TypeError('fetch failed', { cause: notFound('proxy.corp.example') }),
    'getaddrinfo ENOTFOUND proxy.corp.example',
  ],
  [
    'a cause that is a status',
    () => new Error('proxy authentication failed', { cause: { status: 407 } }),
    'proxy authentication failed: status 407',
  ],
  ['a cause with a code', () => new Error('fetch failed', { cause: { code: 'ECONNRESET' } }), 'fetch failed: ECONNRESET'],
  [
    'a cause with a number of an error',
    () => new Error('fetch failed', { cause: { errno: -111, statusCode: 502 } }),
    'fetch failed: -111, status 502',
  ],
  [
    'a certificate that no trusted authority has signed',
    () =>
      new TypeError('fetch failed', {
        cause: Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
      }),
    'self signed certificate DEPTH_ZERO_SELF_SIGNED_CERT',
  ],
  ['a cause that is a text', () => new Error('tunnel failed', { cause: 'no route' }), 'tunnel failed: no…'],
  ['a cause that is a number', () => new Error('tunnel failed', { cause: 407 }), 'tunnel failed: 407'],
  ['a cause that is null', () => new Error('tunnel failed', { cause: null }), 'tunnel failed'],
  ['a cause that is an empty object', () => new Error('tunnel failed', { cause: {} }), 'tunnel failed'],
  ['a cause that is an array', () => new Error('tunnel failed', { cause: [] }), 'tunnel failed'],
  [
    'a cause that is a Response',
    () => new Error('tunnel failed', { cause: new Response('', { status: 407, statusText: 'Proxy Authentication Required' }) }),
    'proxy authentication required',
  ],
  ['a cause without a message', () => new Error('tunnel failed', { cause: new Error('') }), 'tunnel failed'],
  ['a cause that cannot be read', () => new Error('tunnel failed', { cause: revoked() }), 'tunnel failed'],
  ['causes in a circle', cyclic, 'the proxy…'],
  ['a text', () => 'the tunnel broke', 'the tunnel…'],
  ['a symbol', () => Symbol('the tunnel broke'), 'the tunnel…'],
  ['an object with a message', () => ({ message: 'the tunnel broke' }), 'the tunnel…'],
  ['an object with a status', () => ({ status: 407 }), 'status 407'],
  ['an object with a reason', () => ({ type: 'system', reason: 'the tunnel broke' }), 'the tunnel…'],
  ['several errors', () => new AggregateError([new Error('connect ETIMEDOUT'), new Error('connect ENETUNREACH')]), 'connect ETIMEDOUT'],
  ['several errors of which the first is a text', () => new AggregateError(['no route'], 'all failed'), 'failed…: no…'],
  ['no errors in a list', () => new AggregateError([], ''), 'AggregateError'],
  ['a DOMException', () => new DOMException('The operation failed.', 'NetworkError'), 'the failed…'],
  ['a DOMException without a message', () => new DOMException('', 'NetworkError'), 'NetworkError, 19'],
  ['an Error whose code cannot be read', () => withGetter('socket hang up'), 'socket hang up'],
])('%s is told', async (_what, thrown, told) => {
  const { message, cause, attempts } = await failureOf(thrown());
  expect(why.exec(message)?.[1]).toBe(told);
  expect(message).not.toMatch(/unknown|undefined|\[object/);
  expect(cause).toBeInstanceOf(Error);
  expect(attempts).toBe(1);
});

it.each<[string, () => unknown]>([
  ['nothing', () => undefined],
  ['null', () => null],
  ['an empty text', () => ''],
  ['an empty object', () => ({})],
  ['an Error that says nothing', () => new Error('')],
  ['a revoked proxy', revoked],
  ['a function', () => () => {}],
])('of %s it says that nothing is said', async (_what, thrown) => {
  const { message } = await failureOf(thrown());
  expect(message).toMatch(/^FinAuth could not be reached, for an unknown reason\. Check the network/);
});

const { apiKey, apiSecret } = { apiKey: 'canary-key-of-some-length', apiSecret: 'canarySecret7f3a9cOfSomeLength' };
it.each<[string, unknown]>([
  ['its message', new Error(`no api_key ${apiSecret}`)],
  ['its code', Object.assign(new Error('refused'), { code: apiSecret })],
  ['a number as its code, in an object', Object.assign(new Error('refused'), { code: { toString: () => apiSecret } })],
  ['its name', Object.assign(new Error('refused'), { name: apiSecret })],
  ['a reason', { reason: `was ${Buffer.from(apiSecret).toString('base64')}` }],
  ['the cause of its cause', new Error('a', { cause: new Error('b', { cause: { status: apiKey } }) })],
  ['one of several errors', new AggregateError([new Error(apiKey)], apiSecret)],
])('a secret in %s is not', async (_where, thrown) => {
  const shown = everythingOf(await failureOf(thrown, { apiKey, apiSecret }));
  for (const secret of [apiKey, apiSecret, Buffer.from(apiSecret).toString('base64').slice(0, 30)]) expect(shown).not.toContain(secret);
});

async function failureOf(thrown: unknown, given = credentials): Promise<FinAuthConnectionError> {
  const transport: Transport = async () => {
    throw thrown;
  };
  const finauth = createFinAuth({ region: 'sgp', credentials: given, transport, retry: false });
  const error = await finauth.getBizToken(input).catch((failure: unknown) => failure);
  expect(error).toHaveProperty('name', 'FinAuthConnectionError');
  return error as FinAuthConnectionError;
}
