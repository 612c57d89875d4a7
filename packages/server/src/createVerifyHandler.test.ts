import { personalFields, resultCatalogue, resultFamilies } from '@finauth-sdk/client';
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, type FinAuth, FinAuthApiError, FinAuthConfigError } from '@finauth-sdk/signing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTokenHandler } from './createTokenHandler.ts';
import { createVerifyHandler, type VerifyHandlerOptions } from './createVerifyHandler.ts';
import { memoryStore } from './memoryStore.ts';
import { UnknownTokenError } from './tokenStore.ts';

/** What must reach no phone. */
const canary = { idcard_name: 'Canary Canarysdottir', idcard_number: '4711-CANARY-0815' };

let sandbox: Sandbox;
let finauth: FinAuth;
beforeAll(async () => {
  sandbox = await startSandbox();
  finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, retry: false });
});
afterAll(() => sandbox.close());

const decidedBy = { onDecision: () => {}, onError: () => {} };
const ofUser = (uuid: string) => ({ authorize: () => ({ verify_id: 'scene', comparison_type: '1' as const, ...canary, uuid }) });

/** Both endpoints of a bank, with a clock, and a token that the user's phone has ended with. */
async function bank(options: Partial<VerifyHandlerOptions> = {}, outcome?: string) {
  const clock = { now: 0 };
  const store = memoryStore({ now: () => clock.now });
  const token = createTokenHandler({ finauth, store, authorize: () => ({ liveness_id: 'scene', uuid: 'user' }), limit: false });
  const { biz_token } = (await (await token(new Request('https://bank.example/token', { method: 'POST' }))).json()) as {
    biz_token: string;
  };
  sandbox.phone.complete(biz_token, outcome === undefined ? {} : ({ outcome } as never));
  const verify = createVerifyHandler({ finauth, store, ...ofUser('user'), ...decidedBy, ...options });
  return { clock, store, biz_token, ask: (init?: RequestInit) => verify(asking(biz_token, init)) };
}
const asking = (biz_token: string, init: RequestInit = {}) =>
  new Request('https://bank.example/verify', { method: 'POST', headers: { 'biz-token': biz_token }, ...init });
const verified = () => sandbox.requests.filter(({ operation }) => operation === 'verify').length;

it('answers with the decision, to be kept by nobody, after the server has it', async () => {
  const decided: unknown[] = [];
  const { ask } = await bank({ onDecision: async (decision) => void decided.push(await Promise.resolve(decision)) });
  const response = await ask();
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(await response.json()).toEqual({ passed: true, tellUser: resultCatalogue.SUCCESS.tellUser, tryAgain: 'never' });
  const { requestId } = sandbox.requests.at(-1)!;
  expect(decided).toEqual([{ outcome: expect.objectContaining({ passed: true, kind: 'passed' }), requestId, uuid: 'user' }]);
});

describe('fails closed', () => {
  it('no listed result passes but a pass, and each is told in the words for users', async () => {
    for (const [outcome, { isPass, tellUser, tryAgain }] of Object.entries(resultCatalogue)) {
      const { ask } = await bank({}, outcome);
      expect(await (await ask()).json(), outcome).toEqual({ passed: isPass, tellUser, tryAgain });
    }
  });

  it.each([
    ['a result that is new', { result_code: 1000, result_message: 'SUCCESS_OF_A_KIND' }],
    ['a pass that contradicts itself', { result_code: 2000, result_message: 'SUCCESS' }],
    ['a pass with an attack', { result_code: 1000, result_message: 'SUCCESS', attack_result: { result: true } }],
    ['no result', {}],
  ])('%s is no pass', async (_what, answer) => {
    const { ask } = await bank({ finauth: { verify: async () => answer as never } });
    expect(await (await ask()).json()).toMatchObject({ passed: false });
  });

  it('the phone hears of no pass that the server could not keep, and may ask again', async () => {
    const onDecision = vi.fn<VerifyHandlerOptions['onDecision']>();
    onDecision.mockRejectedValueOnce(new Error('the database is away'));
    const { ask } = await bank({ onDecision });
    const before = verified();
    const failed = await ask();
    expect([failed.status, await failed.text()]).toEqual([500, expect.not.stringContaining('passed')]);
    expect(await (await ask()).json()).toMatchObject({ passed: true });
    expect(onDecision).toHaveBeenCalledTimes(2);
    expect(verified()).toBe(before + 1);
  });
});

describe('a token is verified', () => {
  it.each<[string, (given: string) => [user: string, sent: string | undefined]]>([
    ['of another user', (token) => ['another', token]],
    ['that is none', () => ['user', 'made-up']],
    ['that is missing', () => ['user', undefined]],
    ['and user in one', (token) => ['user","', token]],
  ])('not if it is one %s; nothing is sent, and nothing told', async (_whose, change) => {
    const errors: unknown[] = [];
    const { store, biz_token, ask } = await bank();
    const [user, sent] = change(biz_token);
    const other = createVerifyHandler({ finauth, store, ...ofUser(user), ...decidedBy, onError: (error) => errors.push(error) });
    const before = sandbox.requests.length;
    const response = await other(asking('', { headers: sent === undefined ? {} : { 'biz-token': sent } }));
    expect([response.status, await response.json()]).toEqual([409, expect.objectContaining({ code: 'start_again' })]);
    expect(errors).toEqual([expect.any(UnknownTokenError)]);
    expect(sandbox.requests).toHaveLength(before);
    // And whose it is can still have it verified.
    expect(await (await ask()).json()).toMatchObject({ passed: true });
  });

  it('not when its time is over', async () => {
    const { clock, ask } = await bank();
    clock.now = 3_600_000;
    expect((await ask()).status).toBe(409);
  });

  it('once, for two requests at once and for who asks again within ten minutes', async () => {
    const { clock, ask } = await bank();
    const before = verified();
    const first = await Promise.all([ask(), ask()].map(async (response) => (await response).json()));
    clock.now = 599_999;
    const later = await (await ask()).json();
    expect([...first, later]).toEqual(Array(3).fill(expect.objectContaining({ passed: true })));
    expect(verified()).toBe(before + 1);
    clock.now = 600_000;
    expect((await ask()).status).toBe(409);
    expect(verified()).toBe(before + 1);
  });

  it('to the end for a phone that hangs up, since the call uses it up; who asks again has the decision', async () => {
    const phone = new AbortController();
    const decided = vi.fn<VerifyHandlerOptions['onDecision']>();
    const hangsUp: Pick<FinAuth, 'verify'> = {
      verify: (input, options) => {
        const call = finauth.verify(input, options);
        phone.abort();
        return call;
      },
    };
    const { ask } = await bank({ finauth: hangsUp, onDecision: decided });
    const before = verified();
    await ask({ signal: phone.signal });
    expect(decided).toHaveBeenCalledTimes(1);
    expect(await (await ask()).json()).toMatchObject({ passed: true });
    expect(verified()).toBe(before + 1);
  });

  it('not for a phone that had gone before', async () => {
    const { ask } = await bank();
    const before = verified();
    expect((await ask({ signal: AbortSignal.abort() })).status).toBe(499);
    expect(verified()).toBe(before);
  });

  it('anew if FinAuth could not be asked, and not if it says that the token was used', async () => {
    const { biz_token, ask } = await bank();
    sandbox.set({ fail: { times: 1 } });
    expect([(await ask()).status, (await ask()).status]).toEqual([503, 200]);
    const errors: unknown[] = [];
    const fresh = memoryStore();
    await fresh.remember(JSON.stringify(['user', biz_token]), {}, 1000);
    const other = createVerifyHandler({ finauth, store: fresh, ...ofUser('user'), ...decidedBy, onError: (error) => errors.push(error) });
    const response = await other(asking(biz_token));
    expect([response.status, await response.json()]).toEqual([409, expect.objectContaining({ code: 'start_again' })]);
    expect(errors).toEqual([expect.any(FinAuthApiError)]);
  });
});

it('nothing of a person, of the result or of the account gets out, whatever the answer has', async () => {
  /** All that an answer may hold of a person, and what it says for integrators. */
  const answer = {
    request_id: 'canary-request',
    result_code: 4100,
    result_message: 'CANARY_MESSAGE',
    ...Object.fromEntries(personalFields.verify.answer.map((field) => [field, { image_best: `canary-${field}`, ...canary }])),
  };
  const { ask } = await bank({ finauth: { verify: async () => answer as never } });
  const response = await ask();
  const said = `${await response.text()}${JSON.stringify([...response.headers])}`;
  const { meaning, remedy, kind } = resultFamilies['4100']!;
  for (const secret of [meaning, remedy, kind, 'scene', '4100', ...Object.values(canary)]) expect(said).not.toContain(secret);
  expect(said).not.toMatch(/canary|image|idcard|request/i);
  expect(Object.keys(JSON.parse(said.slice(0, said.indexOf('}') + 1)) as object)).toEqual(['passed', 'tellUser', 'tryAgain']);
});

it('tells of each failure that FinAuth can answer with what the app can do, and nothing else', async () => {
  const said: Record<number, Set<string>> = {};
  for (const [name, verify_id] of Object.entries(sandbox.testIds.verify)) {
    const errors: unknown[] = [];
    const authorize = () => ({ ...ofUser('user').authorize(), verify_id });
    const { ask } = await bank({ authorize, onError: (error) => errors.push(error) });
    const response = await ask();
    const text = `${await response.text()}${JSON.stringify([...response.headers])}`;
    // A decision, whose words are those of the list of results.
    if (response.status === 200) continue;
    expect(text, name).not.toMatch(/canary|idcard|finauth|sign|key|photo|face/i);
    const { code, retryable } = errors[0] as FinAuthApiError;
    expect(response.status, name).toBe(retryable ? 503 : code === 'DATA_DESTROYED' ? 409 : 500);
    expect(`${String(errors[0])}${JSON.stringify(errors[0])}`).not.toMatch(/canary/i);
    (said[response.status] ??= new Set()).add(text);
  }
  expect(Object.keys(said)).toEqual(['409', '500', '503']);
  // To the byte: nobody can tell a disabled key from a photo without a face.
  expect([said[409]!.size, said[500]!.size]).toEqual([1, 1]);
});

it.each([
  ['no store', { store: undefined }, /store must be a TokenStore/],
  ['nobody who keeps the decision', { onDecision: undefined }, /onDecision must be a function/],
  ['an option of the other handler', { limit: false }, /limit is not an option: use one of finauth, authorize, store, onDecision, onError/],
])('refuses %s', (_what, options, complaint) => {
  const right = { finauth, store: memoryStore(), ...ofUser('user'), ...decidedBy };
  expect(() => createVerifyHandler({ ...right, ...options } as never)).toThrow(FinAuthConfigError);
  expect(() => createVerifyHandler({ ...right, ...options } as never)).toThrow(complaint);
});
