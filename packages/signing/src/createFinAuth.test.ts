import { byteLimits, type Region, servers } from '@finauth-sdk/client';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFinAuth, type FinAuth } from './createFinAuth.ts';
import { FinAuthConfigError, FinAuthError, FinAuthInputError, FinAuthTimeoutError } from './errors.ts';
import { inspectSign } from './signature/inspectSign.ts';
import type { FinAuthOptions } from './options/options.ts';
import type { Transport } from './transport.ts';

const credentials = { apiKey: 'key', apiSecret: 'secret' };
const token = exampleAnswers.getBizToken;
const limit = byteLimits.getBizToken.uuid;
const regions = Object.keys(servers).join(', ');

/** A fetch that answers with a token, and keeps what it was asked. */
function recordingFetch(): { fetch: typeof fetch; requests: { url: string; form: FormData }[] } {
  const requests: { url: string; form: FormData }[] = [];
  return {
    requests,
    fetch: async (url, init) => {
      requests.push({ url: String(url), form: await new Request(url, init).formData() });
      return Response.json(token);
    },
  };
}

afterEach(() => vi.unstubAllEnvs());

describe('createFinAuth', () => {
  it.each(Object.entries(servers))('calls the server of the region %s', async (region, { url }) => {
    const { fetch, requests } = recordingFetch();
    await createFinAuth({ region: region as Region, credentials, fetch }).getBizToken({ liveness_id: 'scene' });
    expect(requests[0]!.url).toMatch(new RegExp(`^${url}/`));
  });

  it('reads from the environment what it is not given', async () => {
    const [region, { url }] = Object.entries(servers).at(-1)!;
    vi.stubEnv('FINAUTH_REGION', region);
    vi.stubEnv('FINAUTH_API_KEY', 'key-of-the-environment');
    vi.stubEnv('FINAUTH_API_SECRET', 'secret-of-the-environment');
    const { fetch, requests } = recordingFetch();
    await createFinAuth({ fetch }).getBizToken({ liveness_id: 'scene' });
    expect(requests[0]!.url).toMatch(url);
    expect(inspectSign(requests[0]!.form.get('sign') as string).apiKey).toBe('key-of-the-environment');

    vi.stubEnv('FINAUTH_BASE_URL', 'http://127.0.0.1:4010/');
    await createFinAuth({ fetch }).getBizToken({ liveness_id: 'scene' });
    expect(requests[1]!.url).toMatch(/^http:\/\/127\.0\.0\.1:4010\/finauth/);
  });

  it.each<[string, FinAuthOptions, string]>([
    ['a region that is none', { credentials, region: 'eur' as Region }, regions],
    ['a region that every object has', { credentials, region: 'constructor' as Region }, regions],
    ['an empty secret', { region: 'sgp', credentials: { apiKey: 'key', apiSecret: '' } }, 'apiSecret'],
    ['a key with "=" in it', { region: 'sgp', credentials: { apiKey: 'a=b', apiSecret: 'secret' } }, 'apiKey'],
    ['plain HTTP to another machine', { credentials, baseUrl: 'http://api.example' }, 'allowInsecureHttp'],
    ['plain HTTP to a host that only sounds local', { credentials, baseUrl: 'http://localhost.example' }, 'allowInsecureHttp'],
    ['plain HTTP to a host that begins like this machine', { credentials, baseUrl: 'http://127.0.0.1.evil.com' }, 'allowInsecureHttp'],
    ['plain HTTP to a host that ends like this machine', { credentials, baseUrl: 'http://evil127.0.0.1.nip.io' }, 'allowInsecureHttp'],
    ['plain HTTP to a host that begins like localhost', { credentials, baseUrl: 'http://localhost.evil.com' }, 'allowInsecureHttp'],
    ['plain HTTP to a host that ends like localhost', { credentials, baseUrl: 'http://notlocalhost' }, 'allowInsecureHttp'],
    ['plain HTTP to another IPv6 host', { credentials, baseUrl: 'http://[::1:1]' }, 'allowInsecureHttp'],
    ['a secret with a blank before it', { region: 'sgp', credentials: { ...credentials, apiSecret: ' secret' } }, 'begins or ends'],
    ['a secret with a line end after it', { region: 'sgp', credentials: { ...credentials, apiSecret: 'secret\n' } }, 'begins or ends'],
    ['a key with a blank before it', { region: 'sgp', credentials: { ...credentials, apiKey: '\tkey' } }, 'begins or ends'],
    ['a base URL that is none', { credentials, baseUrl: 'api.example' }, 'baseUrl'],
    ['a base URL of another scheme', { credentials, baseUrl: 'ftp://api.example' }, 'baseUrl'],
    ['a base URL with a password', { credentials, baseUrl: 'https://user:password@api.example' }, 'baseUrl'],
    ['a base URL with a query', { credentials, baseUrl: 'https://api.example/?a=b' }, 'baseUrl'],
    ['a base URL with an empty query', { credentials, baseUrl: 'https://api.example/?' }, 'baseUrl'],
    ['a base URL with an empty fragment', { credentials, baseUrl: 'https://api.example/#' }, 'baseUrl'],
    ['a secret with a line end', { region: 'sgp', credentials: { apiKey: 'key', apiSecret: 'secret\n' } }, 'white space'],
    ['a negative window beside a provider', { region: 'sgp', credentials: () => credentials, windowSeconds: -1 }, 'windowSeconds'],
    ['middleware with a gap', { region: 'sgp', credentials, middleware: [undefined] as unknown as [] }, 'middleware must be'],
    ['a clock that is none', { region: 'sgp', credentials, now: 5 as unknown as () => number }, 'now must be a function'],
    ['a listener that is none', { region: 'sgp', credentials, onEvent: 'log' as unknown as () => void }, 'onEvent must be a function'],
    ['credentials that are none', { region: 'sgp', credentials: 'key' as unknown as typeof credentials }, 'credentials must be'],
    ['a fractional window', { region: 'sgp', credentials, windowSeconds: 1.5 }, 'windowSeconds'],
    ['a timeout of nothing', { region: 'sgp', credentials, timeoutMs: 0 }, 'timeoutMs'],
    ['a timeout that no timer can keep', { region: 'sgp', credentials, timeoutMs: 2 ** 31 }, 'timeoutMs'],
    ['half a retry', { region: 'sgp', credentials, retry: { retries: 0.5 } }, 'retry.retries'],
    ['an option of retry that does not exist', { region: 'sgp', credentials, retry: { attempts: 3 } as object }, 'retry.attempts'],
    ['a retry that is a number', { region: 'sgp', credentials, retry: 3 as unknown as object }, 'retry must be'],
    [
      'an option with a slip in its name',
      { region: 'sgp', credentials, timeOutMs: 5 } as object,
      'timeOutMs is not an option: use one of region,',
    ],
    ['an option that every object has', { region: 'sgp', credentials, toString: () => '' } as object, 'toString is not an option'],
    ['a fetch that is none', { region: 'sgp', credentials, fetch: 'fetch' as unknown as typeof fetch }, 'fetch must be'],
    ['a transport that is none', { region: 'sgp', credentials, transport: {} as unknown as Transport }, 'transport must be'],
    ['two things that send', { region: 'sgp', credentials, fetch, transport: async () => Promise.reject() }, 'one of the two'],
    ['middleware that is no list', { region: 'sgp', credentials, middleware: (() => {}) as unknown as [] }, 'middleware must be'],
    ['room for no call at all', { region: 'sgp', credentials, maxConcurrency: 0 }, 'maxConcurrency'],
  ])('refuses %s, and says what to do', (_what, options, says) => {
    expect(() => createFinAuth(options)).toThrow(FinAuthConfigError);
    expect(() => createFinAuth(options)).toThrow(says);
  });

  const enough = { FINAUTH_REGION: 'sgp', FINAUTH_API_KEY: 'key', FINAUTH_API_SECRET: 'secret' };
  it.each<[string, FinAuthOptions, Record<string, string>, string]>([
    ['lacks a region', { credentials }, {}, 'region is missing: set it, or FINAUTH_REGION'],
    ['has a region that is none', { credentials }, { FINAUTH_REGION: 'xyz' }, `FINAUTH_REGION must be one of ${regions}`],
    ['has a region that every object has', { credentials }, { FINAUTH_REGION: 'constructor' }, 'FINAUTH_REGION must be'],
    ['has a base URL that is none', { credentials, region: 'sgp' }, { FINAUTH_BASE_URL: 'api.example' }, 'FINAUTH_BASE_URL must be'],
    ['has a base URL of plain HTTP', { credentials }, { FINAUTH_BASE_URL: 'http://api.example' }, 'FINAUTH_BASE_URL must use https:'],
    ['lacks credentials', { region: 'sgp' }, {}, 'set FINAUTH_API_KEY and FINAUTH_API_SECRET'],
    ['lacks everything', {}, {}, 'missing'],
    ['has an empty secret', { region: 'sgp' }, { ...enough, FINAUTH_API_SECRET: '' }, 'set FINAUTH_API_SECRET,'],
    [
      'has a secret with a line end',
      { region: 'sgp' },
      { ...enough, FINAUTH_API_SECRET: 'secret\n' },
      'apiSecret begins or ends with white space',
    ],
    ['has a key with "=" in it', {}, { ...enough, FINAUTH_API_KEY: 'a=b' }, 'apiKey'],
  ])(
    'lets a module be loaded where the environment %s; each call and check() say so, and send nothing',
    async (_what, options, env, says) => {
      for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
      const sent = vi.fn<typeof fetch>();
      const finauth = createFinAuth({ fetch: sent, ...options });
      const scene = { liveness_id: 'scene' };
      for (const use of [() => finauth.getBizToken(scene), () => finauth.getBizToken(scene, { timeoutMs: 5 }), () => finauth.check()]) {
        const error: unknown = await use().catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(FinAuthConfigError);
        expect(error).toMatchObject({ message: expect.stringContaining(says), attempts: 0, retryable: false });
        expect(inspect(error)).not.toContain('secret\n');
      }
      expect(sent).not.toHaveBeenCalled();
    },
  );

  it('reads the environment when it is made, and again when it is called if something was missing', async () => {
    for (const [name, value] of Object.entries(enough)) vi.stubEnv(name, value);
    const { fetch, requests } = recordingFetch();
    const early = createFinAuth({ fetch });
    vi.unstubAllEnvs();
    const late = createFinAuth({ fetch });
    await expect(late.check()).rejects.toThrow('FINAUTH_');
    for (const [name, value] of Object.entries(enough)) vi.stubEnv(name, `${value}${name === 'FINAUTH_REGION' ? '' : '-2'}`);
    await late.check({ offline: true });
    for (const finauth of [early, late]) await finauth.getBizToken({ liveness_id: 'scene' });
    expect(requests.map(({ form }) => inspectSign(form.get('sign') as string).apiKey)).toEqual(['key', 'key-2']);
  });

  it('checks itself by all that a call does before it is sent, its provider of credentials included', async () => {
    const sent = vi.fn<typeof fetch>();
    const given = { region: 'sgp', fetch: sent } as const;
    const check = (options: FinAuthOptions) => createFinAuth({ ...given, ...options }).check();
    expect(await createFinAuth({ ...given, credentials }).check({ offline: true })).toMatchObject({ ok: true });
    expect(await createFinAuth({ ...given, credentials: async () => credentials }).check({ offline: true })).toMatchObject({ ok: true });
    await expect(check({ credentials: () => ({ apiKey: 'a=b', apiSecret: 'secret' }) })).rejects.toThrow('apiKey');
    await expect(check({ credentials: () => Promise.reject(new Error('vault')) })).rejects.toThrow(FinAuthConfigError);
    await expect(check({ timeoutMs: 1, credentials: () => new Promise(() => {}) })).rejects.toThrow(FinAuthTimeoutError);
    expect(sent).not.toHaveBeenCalled();
  });

  it('reads nothing from the environment that it was given', () => {
    vi.stubEnv('FINAUTH_API_SECRET', 'secret\n');
    vi.stubEnv('FINAUTH_REGION', 'nowhere');
    expect(() => createFinAuth({ region: 'sgp', credentials })).not.toThrow();
  });

  it.each(['http://localhost:1', 'http://127.0.0.1:1', 'http://127.8.9.1:1', 'http://[::1]:1', 'http://finauth.localhost:1'])(
    'allows plain HTTP to this machine: %s',
    (baseUrl) => {
      expect(() => createFinAuth({ credentials, baseUrl })).not.toThrow();
    },
  );

  it('allows plain HTTP elsewhere if told to', () => {
    expect(() => createFinAuth({ credentials, baseUrl: 'http://api.example', allowInsecureHttp: true })).not.toThrow();
  });

  it('asks a provider for the credentials of each call, so that they can be rotated', async () => {
    const keys = ['first', 'second'];
    const { fetch, requests } = recordingFetch();
    const finauth = createFinAuth({ region: 'sgp', fetch, credentials: async () => ({ apiKey: keys.shift()!, apiSecret: 'secret' }) });
    await finauth.getBizToken({ liveness_id: 'scene' });
    await finauth.getBizToken({ liveness_id: 'scene' });
    expect(requests.map(({ form }) => inspectSign(form.get('sign') as string).apiKey)).toEqual(['first', 'second']);
  });

  it.each<[string, () => never]>([
    [
      'fails',
      () => {
        throw new Error('no vault');
      },
    ],
    ['gives nothing', (() => undefined) as () => never],
  ])('tells of a provider that %s, with nothing sent', async (_what, provider) => {
    const { fetch, requests } = recordingFetch();
    await expect(
      createFinAuth({ region: 'sgp', fetch, credentials: provider }).getBizToken({ liveness_id: 'scene' }),
    ).rejects.toBeInstanceOf(FinAuthConfigError);
    expect(requests).toEqual([]);
  });
});

it('tells nothing of what a provider’s error says: it may quote the secret', async () => {
  const provider = (): never => JSON.parse('{"apiSecret": canary-secret}') as never;
  const error = await createFinAuth({ region: 'sgp', credentials: provider })
    .getBizToken({ liveness_id: 'scene' })
    .catch((reason: unknown) => reason);
  expect(inspect(error, { depth: 9 })).not.toContain('canary');
  expect(String(error)).toContain('SyntaxError');
});

it('sends by every attempt the headers that it has judged', async () => {
  const headers: Record<string, string> = { 'X-Trace': 'a' };
  const seen: unknown[] = [];
  const send: typeof fetch = async (_url, init) => {
    seen.push(init!.headers);
    headers['content-length'] = '5';
    return seen.length === 1 ? new Response('', { status: 503 }) : Response.json(token);
  };
  await createFinAuth({ region: 'sgp', credentials, fetch: send, jitter: () => 0 }).getBizToken({ liveness_id: 'scene' }, { headers });
  expect(seen).toEqual([expect.objectContaining({ 'x-trace': 'a' }), seen[0]]);
  expect(seen[1]).not.toHaveProperty('content-length');
});

describe('a call', () => {
  const { fetch, requests } = recordingFetch();
  const finauth = createFinAuth({ region: 'sgp', credentials, fetch });

  it.each<[string, unknown, { field: string; rule: string }]>([
    ['no liveness_id', {}, { field: 'liveness_id', rule: 'required' }],
    ['an empty liveness_id', { liveness_id: '' }, { field: 'liveness_id', rule: 'minLength' }],
    ['a number for a text', { liveness_id: 7 }, { field: 'liveness_id', rule: 'type' }],
    ['43 characters of three bytes', { liveness_id: 'scene', uuid: '語'.repeat(43) }, { field: 'uuid', rule: 'x-maxBytes' }],
    ['half of a surrogate pair', { liveness_id: 'scene', uuid: '\ud83d' }, { field: 'uuid', rule: 'wellFormed' }],
    ['a signature of the caller', { liveness_id: 'scene', sign: 'mine' }, { field: 'sign', rule: 'additionalProperties' }],
    ['a misspelt field', { liveness_id: 'scene', uid: 'user' }, { field: 'uid', rule: 'additionalProperties' }],
    ['what only a prototype has', Object.create({ liveness_id: 'scene' }), { field: 'liveness_id', rule: 'required' }],
    ['nothing', undefined, { field: 'value', rule: 'type' }],
    ['an array', ['scene'], { field: 'value', rule: 'type' }],
  ])('with %s is refused before anything is sent', async (_what, input, issue) => {
    const error = await finauth.getBizToken(input as Parameters<FinAuth['getBizToken']>[0]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FinAuthInputError);
    expect((error as FinAuthInputError).issues).toEqual([expect.objectContaining(issue)]);
    expect(requests).toEqual([]);
  });

  it.each<[string, object]>([
    ['a content type', { headers: { 'Content-Type': 'text/plain' } }],
    ['a header of two lines', { headers: { 'x-trace': 'a\r\nb' } }],
    ['a header with a control character', { headers: { 'x-trace': 'a\u0001' } }],
    ['a header that is no text', { headers: { 'x-trace': 7 } }],
    ['a signal that is none', { signal: {} }],
    ['a negative timeout', { timeoutMs: -1 }],
  ])('with %s among its options is refused too', async (_what, options) => {
    await expect(finauth.getBizToken({ liveness_id: 'scene' }, options)).rejects.toBeInstanceOf(FinAuthInputError);
    expect(requests).toEqual([]);
  });

  it('names the option of a call that is none, and those that are', async () => {
    const error = await finauth.getBizToken({ liveness_id: 'scene' }, { timeOutMs: 5 } as object).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FinAuthInputError);
    const message = 'timeOutMs is not an option: use one of signal, timeoutMs, retry, headers';
    expect((error as FinAuthInputError).issues).toEqual([{ field: 'timeOutMs', rule: 'option', message }]);
    expect(requests).toEqual([]);
  });

  it.each(['k'.repeat(32), 'a\nb', '\u001b[2J'])('shows no secret and forges no line by a name: %j', async (name) => {
    const calls = [
      () => finauth.getBizToken({ liveness_id: 'scene', [name]: 'x' }),
      () => finauth.getBizToken({ liveness_id: 'scene' }, { [name]: 'x' }),
      async () => createFinAuth({ region: 'sgp', credentials, [name]: 'x' }),
      async () => createFinAuth({ region: 'sgp', credentials, retry: { [name]: 'x' } }),
    ];
    for (const call of calls) {
      const error = await call().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(FinAuthError);
      expect((error as Error).message).toContain(`(a name of ${name.length} characters, not shown)`);
      expect(`${inspect(error)} ${JSON.stringify(error)}`).not.toContain(name);
    }
    expect(requests).toEqual([]);
  });

  it('tells the first ten of ten thousand wrong fields, and has all in issues', async () => {
    const input = { liveness_id: 'scene', ...Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${index}`, 1])) };
    const error = (await finauth.getBizToken(input).catch((reason: unknown) => reason)) as FinAuthInputError;
    expect(error.issues).toHaveLength(10_000);
    expect(error.message).toMatch(/; f9 is not a field .*; and 9990 more, in issues$/);
  });

  it('says bytes, and how many, of a uuid that is too long', async () => {
    const uuid = 'é'.repeat(Math.ceil((limit + 1) / 2));
    const says = new RegExp(`at most ${limit} bytes .* is ${2 * uuid.length} bytes`);
    await expect(finauth.getBizToken({ liveness_id: 'scene', uuid })).rejects.toThrow(says);
  });

  it('takes as many letters as there may be bytes', async () => {
    await expect(finauth.getBizToken({ liveness_id: 'scene', uuid: 'a'.repeat(limit) })).resolves.toEqual(token);
  });
});

describe('a test may put something in the place of a method', () => {
  const make = (): FinAuth => createFinAuth({ region: 'sgp', credentials });
  const answer = { ...exampleAnswers.getBizToken, biz_token: 'stubbed' };
  const input = { liveness_id: 'scene' };

  it('by vi.spyOn, and back', async () => {
    const finauth = make();
    const { getBizToken } = finauth;
    const spy = vi.spyOn(finauth, 'getBizToken').mockResolvedValue(answer);
    expect(await finauth.getBizToken(input)).toBe(answer);
    expect(spy).toHaveBeenCalledWith(input);
    spy.mockRestore();
    expect(finauth.getBizToken).toBe(getBizToken);
  });

  it('by assignment, by Object.defineProperty and in a copy', async () => {
    for (const stubbed of [
      Object.assign(make(), { getBizToken: async () => answer }),
      Object.defineProperty(make(), 'getBizToken', { value: async () => answer }),
      { ...make(), getBizToken: async () => answer },
    ])
      expect(await stubbed.getBizToken(input)).toBe(answer);
  });

  it('by a proxy that traces, whatever it returns', async () => {
    const called: PropertyKey[] = [];
    const traced = new Proxy(make(), {
      get: (target, name, self) => {
        const method: unknown = Reflect.get(target, name, self);
        return typeof method === 'function' ? async () => (called.push(name), answer) : method;
      },
    });
    expect(await traced.getBizToken(input)).toBe(answer);
    expect(called).toEqual(['getBizToken']);
  });

  it('and the methods need no client around them', async () => {
    const { getBizToken } = make();
    await expect(getBizToken({ liveness_id: '' })).rejects.toBeInstanceOf(FinAuthInputError);
    await expect(new Proxy(make(), {}).getBizToken({ liveness_id: '' })).rejects.toBeInstanceOf(FinAuthInputError);
  });
});
