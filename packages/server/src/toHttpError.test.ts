import { errorCatalogue, gatewayErrors } from '@finauth-sdk/client';
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import * as signing from '@finauth-sdk/signing';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTokenHandler } from './createTokenHandler.ts';
import { documents, errorRows, withTables } from './testing/errorTable.ts';
import { httpErrors, toHttpError } from './toHttpError.ts';

const { createFinAuth, FinAuthApiError, FinAuthClosedError, FinAuthError, FinAuthResponseError, FinAuthTimeoutError } = signing;

/** What no phone may see. Credentials that are nothing else's, so that they would stand out. */
const canary = { apiKey: 'canary-key-4711', apiSecret: 'canary-secret-0815', uuid: 'canary-user-1234' };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ credentials: canary });
});
afterAll(() => sandbox.close());

/** What a phone gets over the real way: handler, client, sandbox. And what the log gets. */
async function ask(liveness_id: string, options: signing.FinAuthOptions = {}, finauth = clientOf(options)) {
  const errors: unknown[] = [];
  const authorize = () => ({ liveness_id, uuid: canary.uuid });
  const handler = createTokenHandler({ finauth, authorize, onError: (error) => errors.push(error) });
  const response = await handler(new Request('https://bank.example/token', { method: 'POST' }));
  const headers = Object.fromEntries(response.headers);
  const text = await response.text();
  return { status: response.status, headers, text, body: JSON.parse(text) as ReturnType<typeof toHttpError>['body'], error: errors[0] };
}

function clientOf(options: signing.FinAuthOptions): signing.FinAuth {
  return createFinAuth({ baseUrl: sandbox.url, credentials: canary, retry: false, ...options });
}

type Told = Awaited<ReturnType<typeof ask>>;

/** Everything that stands for the account, for the call, or for what an integrator reads. */
function expectNothingTold({ text, headers, error }: Told, liveness_id: string): void {
  const said = `${text}${JSON.stringify(headers)}`;
  const { code, detail, requestId, remedy, message, excerpt } = error as Partial<signing.FinAuthApiError & signing.FinAuthResponseError>;
  for (const secret of [...Object.values(canary), liveness_id, code, detail, requestId, remedy, message, excerpt])
    if (secret) expect(said).not.toContain(secret);
  expect(said).not.toMatch(/sign|key|secret|quota|account|disabled|finauth|biz_token/i);
}

const scenarios = (): [name: string, liveness_id: string][] => Object.entries(sandbox.liveness).filter(([name]) => name !== 'ok');

describe('what the phone gets for each answer of the catalogue and of a gateway', () => {
  it('there is a way to each', () => {
    const reasons = Object.values(errorCatalogue).flatMap(({ reasons }) => Object.keys(reasons ?? {}));
    const codes = Object.entries(errorCatalogue).flatMap(([code, its]) => (its.reasons === undefined ? [code] : []));
    // One with a status that a code has for its own is that code's.
    const statuses = Object.values(errorCatalogue).map(({ status }) => Number(status));
    const gateways = Object.keys(gatewayErrors).filter((status) => !statuses.includes(Number(status)));
    expect(scenarios().map(([name]) => name)).toEqual(expect.arrayContaining([...codes, ...reasons, ...gateways]));
  });

  it('follows from whether another try can help, and tells nothing else', async () => {
    const told = [];
    for (const [name, liveness_id] of scenarios()) {
      const answer = await ask(liveness_id);
      // A kind of success, of which there may be several.
      if (answer.status === 200 && answer.error === undefined) continue;
      const { retryable, retryAfterMs } = answer.error as signing.FinAuthApiError;
      expect(answer.error, name).toSatisfy((error) => error instanceof FinAuthApiError || error instanceof FinAuthResponseError);
      const wait = retryAfterMs === undefined ? httpErrors.try_again.waitSeconds : Math.ceil(retryAfterMs / 1000);
      expect(answer.status, name).toBe(retryable ? 503 : 500);
      expect(answer.body, name).toMatchObject(retryable ? { code: 'try_again', retry_after: wait } : { code: 'unavailable' });
      expect(answer.headers['retry-after'], name).toBe(retryable ? String(wait) : undefined);
      expect(answer.headers, name).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
      expectNothingTold(answer, liveness_id);
      told.push({ retryable, retryAfterMs, said: JSON.stringify([answer.text, answer.headers]) });
    }
    expect(told.length).toBeGreaterThanOrEqual(Object.keys(errorCatalogue).length);
    // To the byte: nobody can tell a disabled key from a quota that is used up.
    expect(new Set(told.filter(({ retryable }) => !retryable).map(({ said }) => said)).size).toBe(1);
    expect(told.some(({ retryAfterMs }) => retryAfterMs !== undefined)).toBe(true);
  });
});

describe('what the phone gets for each error of the SDK', () => {
  const closed = () => {
    const finauth = clientOf({});
    void finauth.close();
    return ask('scene', {}, finauth);
  };
  const causes: Record<string, () => Promise<Told>> = {
    FinAuthConfigError: () => ask('scene', { credentials: () => ({ apiKey: '', apiSecret: '' }) }),
    FinAuthInputError: () => ask(''),
    FinAuthConnectionError: () => ask('scene', { baseUrl: 'http://127.0.0.1:1' }),
    FinAuthTimeoutError: () => ask('scene', { timeoutMs: 5, credentials: () => new Promise(() => {}) }),
    FinAuthClosedError: closed,
  };

  it.each(Object.keys(causes))('%s', async (kind) => {
    const answer = await causes[kind]!().catch((error: unknown) => expect.fail(`${error}`));
    expect(answer.error).toMatchObject({ name: kind });
    const { error } = answer;
    const code =
      error instanceof FinAuthTimeoutError
        ? 'timed_out'
        : error instanceof FinAuthClosedError || (error as signing.FinAuthError).retryable
          ? 'try_again'
          : 'unavailable';
    expect(answer).toMatchObject({ status: httpErrors[code].status, body: { code } });
    expectNothingTold(answer, '');
  });

  it('there is none besides', () => {
    const kinds = Object.values<unknown>(signing).filter((value) => Object.prototype.isPrototypeOf.call(FinAuthError, value as object));
    const answers = ['FinAuthApiError', 'FinAuthResponseError'];
    expect(kinds.map((kind) => (kind as typeof FinAuthError).kind).sort()).toEqual([...answers, ...Object.keys(causes)].sort());
    for (const kind of [...answers, ...Object.keys(causes)]) expect(errorRows.map(({ error }) => error.name)).toContain(kind);
  });
});

it.each([new Error('boom at /srv/bank'), 'boom', undefined, null, { retryAfterMs: 1000, retryable: true }])(
  'anything that is thrown has an answer: %s',
  (thrown) => {
    const { status, headers, body } = toHttpError(thrown);
    expect([status, body.code]).toEqual([500, 'unavailable']);
    expect(JSON.stringify([headers, body])).not.toMatch(/boom|srv|retry/);
    expect(Object.keys(headers)).not.toContain('retry-after');
    expect(Object.keys(body)).not.toContain('retry_after');
  },
);

it.each<[what: string, retryAfterMs: unknown, seconds: number | undefined]>([
  ['whole seconds', 3000, 3],
  ['a part of a second, as a whole one', 2001, 3],
  ['the shortest time', 0.001, 1],
  ['no time, as nothing', 0, httpErrors.try_again.waitSeconds],
  ['a time that is over, as nothing', -1000, httpErrors.try_again.waitSeconds],
  ['what is not a number, as nothing', '3000', httpErrors.try_again.waitSeconds],
  ['nothing', undefined, httpErrors.try_again.waitSeconds],
])('Retry-After is made of what the error says: %s', (_what, retryAfterMs, seconds) => {
  const error = Object.assign(new signing.FinAuthConnectionError(''), { retryAfterMs });
  const { headers, body } = toHttpError(error);
  expect([body.code, body.retry_after, headers['retry-after']]).toEqual(['try_again', seconds, String(seconds)]);
});

it('is a problem of RFC 9457, which has the title of its status', () => {
  for (const { error } of errorRows) {
    const { status, body } = toHttpError(error);
    expect(body).toMatchObject({
      type: 'about:blank',
      status,
      title: expect.stringMatching(/^[A-Z]/),
      detail: expect.stringMatching(/\.$/),
    });
  }
});

it('stands in the README, row by row; `npm run snapshots` writes the tables', () => {
  const readme = readFileSync(documents[0]!, 'utf8');
  expect(readme).toBe(withTables(readme));
});
