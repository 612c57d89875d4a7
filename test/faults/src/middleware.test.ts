import type { Call, Middleware, Next, Result } from '@finauth-sdk/signing';
import { expect, it } from 'vitest';
import { createRig, credentials, input } from './createRig.ts';
import { answers, goodAnswer, refuses, succeeds } from './faults.ts';
import { outcomeOf } from './settle.ts';

it('a middleware adds a header, to every attempt', async () => {
  const traced: Middleware = (call, next) => next({ ...call, headers: { ...call.headers, 'x-trace': 'trace-7' } });
  const { finauth, server, settle } = await createRig({ faults: [refuses(500, 'INTERNAL_ERROR'), succeeds], middleware: [traced] });
  expect(await settle(finauth.getBizToken(input, { headers: { 'x-own': 'yes' } }))).toMatchObject({ ok: true });
  expect(server.requests.map(({ headers }) => [headers.get('x-trace'), headers.get('x-own')])).toEqual([
    ['trace-7', 'yes'],
    ['trace-7', 'yes'],
  ]);
});

it('a middleware logs the call and what came of it, and sees no signature', async () => {
  const log: unknown[] = [];
  const logs: Middleware = async (call, next) => {
    log.push(call);
    const result = await next(call);
    log.push(result.status, result.data);
    return result;
  };
  const { finauth } = await createRig({ faults: [succeeds], middleware: [logs] });
  await finauth.getBizToken(input);
  expect(log).toEqual([expect.objectContaining({ operation: 'getBizToken', callId: 1, attempt: 1, fields: input }), 200, goodAnswer]);
  expect(JSON.stringify(log)).not.toMatch(/"sign"|"sign_version"|canary-key/);
  expect(JSON.stringify(log)).not.toContain(credentials.apiSecret);
});

it('a middleware answers in FinAuth’s place, and nothing is sent', async () => {
  const cached: Middleware = async () => ({ status: 200, headers: new Headers(), data: { ...goodAnswer, biz_token: 'cached' } });
  const { finauth, server, events } = await createRig({ faults: [succeeds], middleware: [cached] });
  expect((await finauth.getBizToken(input)).biz_token).toBe('cached');
  expect(server.connections()).toBe(0);
  expect(events).toEqual([]);
});

it('a middleware calls next twice, and each time is signed anew', async () => {
  const twice: Middleware = async (call, next) => (await next(call), next(call));
  const { finauth, server } = await createRig({ faults: [succeeds], middleware: [twice] });
  await finauth.getBizToken(input);
  expect(server.requests).toHaveLength(2);
  expect(new Set(server.requests.map(({ sign }) => sign)).size).toBe(2);
});

it('a middleware asks again where the error model would not', async () => {
  const stubborn: Middleware = async (call, next) => {
    try {
      return await next(call);
    } catch {
      return next(call);
    }
  };
  const { finauth, server } = await createRig({ faults: [answers(403, '<html>'), succeeds], middleware: [stubborn] });
  await finauth.getBizToken(input);
  expect(server.requests).toHaveLength(2);
});

it('the first middleware is the outermost, and all of them are outside of retry', async () => {
  const order: string[] = [];
  const named =
    (name: string): Middleware =>
    async (call: Call, next): Promise<Result> => {
      order.push(`${name} in`);
      const result = await next(call);
      order.push(`${name} out`);
      return result;
    };
  const { finauth, settle } = await createRig({
    faults: [refuses(500, 'INTERNAL_ERROR'), succeeds],
    middleware: [named('first'), named('second')],
  });
  await settle(finauth.getBizToken(input));
  expect(order).toEqual(['first in', 'second in', 'second out', 'first out']);
});

it('what a middleware throws reaches the caller as it is', async () => {
  const mine = new TypeError('my own');
  const { finauth, server } = await createRig({
    faults: [succeeds],
    middleware: [
      () => {
        throw mine;
      },
    ],
  });
  await expect(finauth.getBizToken(input)).rejects.toBe(mine);
  expect(server.connections()).toBe(0);
});

it.each<[string, () => unknown, RegExp]>([
  ['forgets to return', () => async (call: Call, next: Next) => void (await next(call)), /^A middleware returned no result/],
  ['returns something else', () => async () => ({}), /^A middleware returned no result/],
  ['calls next as other frameworks do', () => (_call: Call, next: () => unknown) => next(), /^A middleware has called next without a call/],
  [
    'leaves the fields out',
    () => (_call: Call, next: (call: object) => unknown) => next({}),
    /^A middleware has called next without a call/,
  ],
])('a middleware that %s is told so', async (_what, middleware, says) => {
  const { finauth } = await createRig({ faults: [succeeds], middleware: [middleware() as Middleware] });
  const outcome = await outcomeOf(finauth.getBizToken(input));
  expect(outcome).toMatchObject({ ok: false, error: { code: 'ERR_CONFIG', message: expect.stringMatching(says) as string } });
});
