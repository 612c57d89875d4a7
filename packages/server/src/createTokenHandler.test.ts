import { tokenLifetimes } from '@finauth-sdk/client';
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, type FinAuth, FinAuthConfigError, FinAuthInputError } from '@finauth-sdk/signing';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createTokenHandler, type TokenHandlerOptions } from './createTokenHandler.ts';
import { memoryStore } from './memoryStore.ts';

let sandbox: Sandbox;
let finauth: FinAuth;
beforeAll(async () => {
  sandbox = await startSandbox();
  finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, retry: false });
});
afterAll(() => sandbox.close());
afterEach(() => void vi.restoreAllMocks());

const authorize = () => ({ liveness_id: 'scene', uuid: 'user' });
const handlerOf = (options: Partial<TokenHandlerOptions> = {}) => createTokenHandler({ finauth, authorize, onError: () => {}, ...options });
const post = (init: RequestInit = {}) => new Request('https://bank.example/token', { method: 'POST', ...init });
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

it('gives the token and how long it is good for, to be kept by nobody', async () => {
  const ids: string[] = [];
  const response = await handlerOf({ onToken: ({ requestId }) => ids.push(requestId) })(post());
  const issued = [...sandbox.issued].at(-1)!;
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ biz_token: issued.token, expires_in: tokenLifetimes.getBizToken.biz_token });
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(issued.fields).toMatchObject({ liveness_id: 'scene', uuid: 'user' });
  expect(ids).toEqual([sandbox.requests.at(-1)!.requestId]);
});

it('takes another lifetime, if the account has one', async () => {
  expect(await (await handlerOf({ lifetimeSeconds: 60 })(post())).json()).toMatchObject({ expires_in: 60 });
});

it('hands on a refusal, of whatever make it is', async () => {
  const before = sandbox.requests.length;
  const own = new Response('Sign in', { status: 401 });
  expect(await handlerOf({ authorize: () => own })(post())).toBe(own);
  const ofAnotherRealm = { status: 401, headers: {}, arrayBuffer: () => {} } as unknown as Response;
  expect(await handlerOf({ authorize: async () => ofAnotherRealm })(post())).toBe(ofAnotherRealm);
  expect(sandbox.requests).toHaveLength(before);
});

it.each(['GET', 'HEAD', 'OPTIONS', 'PUT'])('refuses %s, before it asks who it is', async (method) => {
  const asked = vi.fn<typeof authorize>(authorize);
  const response = await handlerOf({ authorize: asked })(post({ method }));
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  expect(asked).not.toHaveBeenCalled();
});

it.each([undefined, null, {}, { liveness_id: 'scene' }, { liveness_id: 'scene', uuid: '' }, { liveness_id: 'scene', uuid: 7 }])(
  'mints nothing for nobody: %j',
  async (nobody) => {
    const before = sandbox.requests.length;
    const errors: unknown[] = [];
    const response = await handlerOf({ authorize: () => nobody as never, onError: (error) => errors.push(error) })(post());
    expect(await codeOf(response)).toBe('unavailable');
    expect(errors).toEqual([expect.any(FinAuthConfigError)]);
    expect(sandbox.requests).toHaveLength(before);
  },
);

it('is unavailable when the code around it fails, and says so in the log alone', async () => {
  const failure = new Error('the session store is away, at 10.1.2.3');
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const response = await createTokenHandler({ finauth, authorize: () => Promise.reject(failure) })(post());
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('10.1.2.3');
  expect(logged).toHaveBeenCalledWith(failure);
});

it.each<[string, () => never]>([
  [
    'fails',
    () => {
      throw new Error('disk full');
    },
  ],
  ['fails later', (async () => Promise.reject(new Error('disk full'))) as () => never],
  ['fails later, in another realm', runInNewContext('async () => { throw new Error("disk full"); }') as () => never],
])('a log that %s costs nobody the token, and does not end the process', async (_when, log) => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  expect((await handlerOf({ onToken: log })(post())).status).toBe(200);
  expect(await codeOf(await handlerOf({ onError: log, authorize: () => ({}) as never })(post()))).toBe('unavailable');
  // It is told after a turn of the event loop.
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).toEqual([]);
});

describe('the limit', () => {
  it('lets a user have so many tokens, and says when the next may come', async () => {
    let now = 0;
    const handler = handlerOf({ limit: { tokens: 2, windowMs: 90_500 }, store: memoryStore({ now: () => now }) });
    const statuses = [await handler(post()), await handler(post()), await handler(post())].map(({ status }) => status);
    expect(statuses).toEqual([200, 200, 429]);
    now = 1000;
    const refused = await handler(post());
    expect(refused.headers.get('retry-after')).toBe('90');
    expect(await refused.json()).toMatchObject({ status: 429, code: 'too_many_requests', retry_after: 90 });
    now = 90_500;
    expect((await handler(post())).status).toBe(200);
  });

  it('counts each user by themselves', async () => {
    let user = 0;
    const handler = handlerOf({
      limit: { tokens: 1, windowMs: 1000 },
      authorize: () => ({ liveness_id: 'scene', uuid: `user-${user++}` }),
    });
    expect([(await handler(post())).status, (await handler(post())).status]).toEqual([200, 200]);
  });

  it('does not count a call that failed', async () => {
    let liveness_id: string = sandbox.liveness.INTERNAL_ERROR;
    const handler = handlerOf({ limit: { tokens: 1, windowMs: 1000 }, authorize: () => ({ liveness_id, uuid: 'user' }) });
    expect((await handler(post())).status).toBe(503);
    liveness_id = 'scene';
    expect((await handler(post())).status).toBe(200);
    expect((await handler(post())).status).toBe(429);
  });

  it('counts a call that the phone did not wait for, since a token may have come of it', async () => {
    const phone = new AbortController();
    const hangsUp = { getBizToken: vi.fn<FinAuth['getBizToken']>(finauth.getBizToken) };
    hangsUp.getBizToken.mockImplementationOnce(async (_wanted, options) => {
      phone.abort();
      throw (options!.signal as AbortSignal).reason;
    });
    const handler = handlerOf({ finauth: hangsUp, limit: { tokens: 1, windowMs: 1000 } });
    expect((await handler(post({ signal: phone.signal }))).status).toBe(499);
    expect((await handler(post())).status).toBe(429);
  });

  it('can be none', async () => {
    const handler = handlerOf({ limit: false });
    for (let times = 0; times < 7; times++) expect((await handler(post())).status).toBe(200);
  });

  it('without a limit, counts nothing in the store, even if the call fails', async () => {
    const store = memoryStore();
    const counting = [vi.spyOn(store, 'take'), vi.spyOn(store, 'giveBack')];
    const failing = () => ({ liveness_id: sandbox.liveness.INTERNAL_ERROR, uuid: 'user' });
    expect((await handlerOf({ limit: false, store })(post())).status).toBe(200);
    expect((await handlerOf({ limit: false, store, authorize: failing })(post())).status).toBe(503);
    for (const counted of counting) expect(counted).not.toHaveBeenCalled();
  });
});

describe('two requests of one user at once', () => {
  it('share a call, which counts once', async () => {
    const before = sandbox.requests.length;
    const handler = handlerOf({ limit: { tokens: 1, windowMs: 1000 } });
    const tokens = await Promise.all([handler(post()), handler(post())].map(async (response) => (await response).json()));
    expect(tokens[0]).toEqual(tokens[1]);
    expect(sandbox.requests).toHaveLength(before + 1);
  });

  it('share a call whatever the order of the fields', async () => {
    const before = sandbox.requests.length;
    const wanted = [
      { liveness_id: 'scene', uuid: 'user' },
      { uuid: 'user', liveness_id: 'scene' },
    ];
    const handler = handlerOf({ authorize: () => wanted.pop()! });
    await Promise.all([handler(post()), handler(post())]);
    expect(sandbox.requests).toHaveLength(before + 1);
  });

  it('share a call that goes on for the one when the other hangs up', async () => {
    let open!: () => void;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const credentials = () => opened.then(() => sandbox.credentials);
    const handler = handlerOf({ finauth: createFinAuth({ baseUrl: sandbox.url, credentials, retry: false }) });
    const phone = new AbortController();
    const answers = [handler(post({ signal: phone.signal })), handler(post())];
    // Both are waiting for the call by now.
    await new Promise(setImmediate);
    phone.abort();
    open();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([499, 200]);
  });

  it('share none if they are about different things', async () => {
    const before = sandbox.requests.length;
    let scene = 0;
    const handler = handlerOf({ authorize: () => ({ uuid: 'user', liveness_id: `scene-${scene++}` }) });
    await Promise.all([handler(post()), handler(post())]);
    expect(sandbox.requests).toHaveLength(before + 2);
  });
});

it('begins no call for a phone that hung up while the session was looked up', async () => {
  const before = sandbox.requests.length;
  const phone = new AbortController();
  const errors: unknown[] = [];
  const slow = async () => {
    phone.abort();
    return authorize();
  };
  const response = await handlerOf({ authorize: slow, onError: (error) => errors.push(error) })(post({ signal: phone.signal }));
  expect(response.status).toBe(499);
  expect(errors).toEqual([]);
  expect(sandbox.requests).toHaveLength(before);
});

it('logs what fails after the phone hung up', async () => {
  const phone = new AbortController();
  const failure = new Error('the session store is away');
  const errors: unknown[] = [];
  const fails = () => {
    phone.abort();
    throw failure;
  };
  const response = await handlerOf({ authorize: fails, onError: (error) => errors.push(error) })(post({ signal: phone.signal }));
  expect(response.status).toBe(499);
  expect(errors).toEqual([failure]);
});

describe('options that cannot work are refused', () => {
  it.each([
    ['no client', { finauth: undefined }, /finauth must be what createFinAuth returns/],
    ['null as the client', { finauth: null }, /finauth must be what createFinAuth returns/],
    ['no authorize', { authorize: undefined }, /authorize must be a function/],
    ['a slip', { limits: false }, /limits is not an option: use one of finauth, authorize, limit/],
    ['a limit of none', { limit: { tokens: 0, windowMs: 1 } }, /limit must be false, or/],
    ['a limit for ever', { limit: { tokens: 1, windowMs: Infinity } }, /limit must be/],
    ['a limit for no time', { limit: { tokens: 1, windowMs: 0 } }, /limit must be/],
    ['null as the limit', { limit: null }, /limit must be false, or/],
    ['a store that is none', { store: new Map() }, /store must be a TokenStore/],
    ['a time that is none', { lifetimeSeconds: '60' }, /lifetimeSeconds must be/],
    ['a lifetime that is over at once', { lifetimeSeconds: 0 }, /lifetimeSeconds must be/],
    ['a negative lifetime', { lifetimeSeconds: -1 }, /lifetimeSeconds must be/],
  ])('%s', (_what, options, complaint) => {
    expect(() => handlerOf(options as never)).toThrow(FinAuthConfigError);
    expect(() => handlerOf(options as never)).toThrow(complaint);
  });
});

it('takes an option that is undefined for one that was left out', async () => {
  const left = { limit: undefined, store: undefined, lifetimeSeconds: undefined, onToken: undefined, onError: undefined };
  const response = await createTokenHandler({ finauth, authorize, ...(left as object) })(post());
  expect(await response.json()).toMatchObject({ expires_in: tokenLifetimes.getBizToken.biz_token });
});

it('tells the log what was wrong with the input', async () => {
  const errors: unknown[] = [];
  const handler = handlerOf({ authorize: () => ({ liveness_id: '', uuid: 'user' }), onError: (error) => errors.push(error) });
  expect(await codeOf(await handler(post()))).toBe('unavailable');
  expect(errors).toEqual([expect.any(FinAuthInputError)]);
});
