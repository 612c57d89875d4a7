import { createFinAuth, type FinAuthOptions } from '@finauth-sdk/signing';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepBusy } from './keepBusy.ts';
import { credentials, input } from './createRig.ts';
import { goodAnswer, head } from './faults.ts';
import { openTransport } from './openTransport.ts';
import { type Outcome, outcomeOf } from './settle.ts';
import { type Piece, startThreadServer, type ThreadServer } from './threadServer.ts';

const json = Buffer.from(JSON.stringify(goodAnswer));
const long = Buffer.from(JSON.stringify({ ...goodAnswer, extra: 'x'.repeat(400_000) }));
const zipped = gzipSync(JSON.stringify({ ...goodAnswer, extra: Array.from({ length: 9_000 }, (_, index) => index * 7_919) }));

const whole = (body: Buffer, headers: Record<string, string> = {}): Buffer =>
  Buffer.concat([head(200, { 'content-length': String(body.length), ...headers }), body]);

async function open(pieces: readonly Piece[], options: FinAuthOptions): Promise<{ server: ThreadServer; call: () => Promise<unknown> }> {
  const server = await startThreadServer(pieces);
  const transport = openTransport();
  onTestFinished(async () => void (await Promise.all([server.close(), transport.close()])));
  const finauth = createFinAuth({ baseUrl: server.url, credentials, ...transport.options, ...options });
  return { server, call: () => finauth.getBizToken(input) };
}

const had = { ok: true, value: goodAnswer, requests: 1 };

/** What comes of a call to which the answer comes while the process is busy, and for how many requests. */
async function callWhileBusy(pieces: readonly Piece[], times: FinAuthOptions): Promise<Outcome & { requests: number }> {
  const { server, call } = await open(pieces, times);
  // The first call loads and connects, which takes its time on a busy machine.
  await outcomeOf(call());
  await server.nextRequest();
  const before = server.count();
  const outcome = outcomeOf(call());
  await server.nextRequest();
  // Longer than the time of the call, which is long enough for a busy machine to come here before it is over.
  server.blockUntilAnswered(1_500);
  return { ...(await outcome), requests: server.count() - before };
}

describe('an answer that came in time, while the process was busy', () => {
  it.each<[string, readonly Piece[]]>([
    ['whole', [[50, whole(json)]]],
    [
      'its head and then its body',
      [
        [50, head(200, { 'content-length': String(json.length) })],
        [100, json],
      ],
    ],
    ['and is long', [[50, whole(long)]]],
    [
      'in many pieces',
      Array.from({ length: 20 }, (_, index): Piece => {
        const bytes = whole(long);
        return [50 + index, bytes.subarray((index * bytes.length) / 20, ((index + 1) * bytes.length) / 20)];
      }),
    ],
    ['and is compressed', [[50, whole(zipped, { 'content-encoding': 'gzip' })]]],
  ])('%s, is had, and no second token minted', async (_how, pieces) => {
    expect(await callWhileBusy(pieces, { timeoutMs: 1_000, retry: { totalTimeoutMs: 20_000 } })).toMatchObject(had);
  });

  it.each([
    { timeoutMs: 20_000, retry: { totalTimeoutMs: 1_000 } },
    { timeoutMs: 1_000, retry: { totalTimeoutMs: 1_000 } },
  ])('is had also by the whole call: %j', async (times) => {
    expect(await callWhileBusy([[50, whole(json)]], times)).toMatchObject(had);
  });

  it('its head alone, is not waited for', async () => {
    const { server, call } = await open([[50, head(200, { 'content-length': '99' })]], { timeoutMs: 500, retry: false });
    const outcome = outcomeOf(call());
    await server.nextRequest();
    server.blockUntilAnswered(600);
    expect(await outcome).toMatchObject({ ok: false, error: { name: 'FinAuthTimeoutError', attempts: 1 } });
  });
});

it('in a busy process, no attempt begins once the time of its whole call is over', async () => {
  const TOTAL_MS = 300;
  const startedAfterMs: number[] = [];
  let start = 0;
  // What the client read of its clock before it told of the attempt: the look at whether there is time, and then when the attempt begins. Between the two, a
  // machine may take a while.
  let readings = [0, 0];
  const { server, call } = await open([[1, whole(json)]], {
    maxConcurrency: 2,
    retry: { totalTimeoutMs: TOTAL_MS },
    now: () => (readings = [readings[1]!, performance.now()])[1]!,
    timers: globalThis,
    onEvent: ({ type }) => type === 'attemptStarted' && startedAfterMs.push(readings[0]! - start),
  });
  const rest = keepBusy(20);
  onTestFinished(rest);
  start = performance.now();
  const calls = Array.from({ length: 80 }, () => outcomeOf(call()));
  const calledWithinMs = performance.now() - start;
  const outcomes = await Promise.all(calls);
  rest();
  const failed = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
  expect(failed.length).toBeGreaterThan(0);
  for (const error of failed) expect(error).toMatchObject({ name: 'FinAuthTimeoutError' });
  // Each call's time began a little after the start of all of them. Untimed, the last would begin after some 800.
  expect(Math.max(...startedAfterMs)).toBeLessThan(TOTAL_MS + calledWithinMs);
  expect(server.count()).toBeLessThanOrEqual(startedAfterMs.length);
});

it('in a busy process, calls that may all begin do so at once', async () => {
  const startedAfterMs: number[] = [];
  let start = 0;
  const { call } = await open([[1, whole(json)]], {
    onEvent: ({ type }) => type === 'attemptStarted' && startedAfterMs.push(performance.now() - start),
  });
  const rest = keepBusy(20);
  onTestFinished(rest);
  start = performance.now();
  const calls = Array.from({ length: 40 }, () => outcomeOf(call()));
  // No turn of the event loop has passed.
  await Promise.resolve();
  expect(startedAfterMs).toHaveLength(40);
  await Promise.all(calls);
  rest();
});
