import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bombOfNothing, workOf } from './bombOfNothing.ts';
import { createRig, input } from './createRig.ts';
import { answers, goodAnswer } from './faults.ts';
import { transportName } from './openTransport.ts';
import { outcomeOf } from './settle.ts';

const WATCHED_MS = 400;
const MIB = 1_048_576;
const json = JSON.stringify(goodAnswer);

const bomb = bombOfNothing();

describe('a bomb of nothing', () => {
  const faults = [answers(200, bomb, { 'content-encoding': 'gzip, gzip, gzip' })];
  const real = { timers: globalThis, retry: false } as const;

  it('is small on the wire', () => {
    expect(bomb.length).toBeLessThan(MIB);
  });

  // Node's own fetch unpacks by itself, and goes on with it whatever is done.
  it.skipIf(transportName() === 'fetch').each<[string, (rig: Awaited<ReturnType<typeof createRig>>) => Promise<unknown>]>([
    ['its time is over', ({ finauth }) => finauth.getBizToken(input, { timeoutMs: 200 })],
    ['it is aborted', ({ finauth }) => finauth.getBizToken(input, { signal: AbortSignal.timeout(200) })],
    [
      'the client is closed',
      async ({ finauth }) => {
        const call = outcomeOf(finauth.getBizToken(input));
        await new Promise((resolve) => setTimeout(resolve, 100));
        await finauth.close({ timeoutMs: 0 });
        return call;
      },
    ],
  ])('keeps no core busy after the call has ended because %s', async (_why, call) => {
    const rig = await createRig({ faults, ...real });
    const outcome = await outcomeOf(call(rig));
    const workedFor = await workOf(WATCHED_MS);
    console.log(`${transportName()}: ${Math.round(workedFor)} ms of work in ${WATCHED_MS}`);
    expect(workedFor).toBeLessThan(WATCHED_MS / 3);
    expect(outcome).toMatchObject({ ok: expect.any(Boolean) as boolean });
  });

  it('is an answer that is not the API’s, and is not asked for again', async () => {
    const { finauth, server } = await createRig({ faults });
    expect(await outcomeOf(finauth.getBizToken(input))).toMatchObject({
      ok: false,
      error: { name: 'FinAuthResponseError', status: 200, message: expect.stringContaining('compressed more than once') as string },
    });
    expect(server.requests).toHaveLength(1);
  });
});

describe('the limit', () => {
  const codings: [string, (bytes: Buffer) => Buffer][] = [
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate without its header', deflateRawSync],
    ['br', (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
  ];

  it.each(codings)('is met exactly by what unpacks to it: %s', async (coding, pack) => {
    const maxResponseBytes = 10_000;
    for (const [length, ok] of [
      [maxResponseBytes, true],
      [maxResponseBytes + 1, false],
    ] as const) {
      const body = pack(Buffer.from(json.padEnd(length)));
      const encoding = { 'content-encoding': coding.split(' without')[0]! };
      const { finauth } = await createRig({ faults: [answers(200, body, encoding)], maxResponseBytes, retry: false });
      expect(await outcomeOf(finauth.getBizToken(input))).toMatchObject(
        ok
          ? { ok, value: goodAnswer }
          : { ok, error: { name: 'FinAuthResponseError', message: expect.stringContaining('10000 bytes') as string } },
      );
    }
  });

  it('is met exactly by what comes unpacked', async () => {
    for (const [maxResponseBytes, ok] of [
      [json.length, true],
      [json.length - 1, false],
    ] as const) {
      const { finauth } = await createRig({ faults: [answers(200, json)], maxResponseBytes, retry: false });
      expect((await outcomeOf(finauth.getBizToken(input))).ok).toBe(ok);
    }
  });
});
