import { expect, it } from 'vitest';
import { startSandbox } from '../startSandbox.ts';
import { expectApiForm } from '../testing/expectApiForm.ts';
import { good, limits, NOW, PATH } from '../testing/limitedSandbox.ts';
import { measuredSandbox } from '../testing/measuredSandbox.ts';
import { form, http, part, rawRequest } from '../testing/rawRequest.ts';

const FUZZ = 10_000;
const WARM_UP = 2_000;
// The records and tokens that are kept differ a little in size; a leak of the requests alone would be more.
const GROWTH_BYTES = 4 * 1024 * 1024;

it(
  `${FUZZ} requests with bytes changed, cut and put in (seed 20260101) are all answered, with memory bounded`,
  { timeout: 120_000 },
  async () => {
    await using sandbox = await measuredSandbox({ limits, clockAt: NOW });
    const random = seeded(20_260_101);
    const whole = form(PATH, ...good, part('uuid', 'user-0042'));
    const statuses = new Map<number, number>();
    const one = async (): Promise<void> => {
      const bytes = spoil(whole, random);
      // Half-closed, so that what was cut short is known to be whole.
      const answer = await rawRequest(sandbox.url, bytes, { halfClose: true });
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 200) expect(JSON.parse(answer.body)).toHaveProperty('biz_token');
      else expectApiForm(answer);
    };
    const send = async (count: number): Promise<void> => {
      for (let sent = 0; sent < count; sent += 50) await Promise.all(Array.from({ length: 50 }, one));
    };
    // Until the code is compiled, and the list of requests is full.
    await send(WARM_UP);
    const before = await sandbox.heldBytes();
    await send(FUZZ - WARM_UP);
    const grown = (await sandbox.heldBytes()) - before;
    expect([...statuses.values()].reduce((sum, count) => sum + count)).toBe(FUZZ);
    // The fuzz has to reach each judge, and not only the parser.
    expect([...statuses.keys()].toSorted()).toEqual([200, 400, 403, 404]);
    expect(grown).toBeLessThan(GROWTH_BYTES);
  },
);

it('bodies as large as they may be, many at once, leave nothing behind', { timeout: 60_000 }, async () => {
  // Two hundred of them take their time.
  await using sandbox = await measuredSandbox({ limits: { ...limits, bodyMs: 20_000, headerMs: 20_000 }, clockAt: NOW });
  const large = form(
    PATH,
    ...good,
    ...Array.from({ length: 15 }, (_, index) => part(index % 2 === 0 ? 'uuid' : 'film', 'x'.repeat(16_000))),
  );
  const round = async (): Promise<void> => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => rawRequest(sandbox.url, large, { timeoutMs: 30_000 })));
    for (const answer of answers) expect(expectApiForm(answer).error).toBe('BAD_ARGUMENTS: uuid');
  };
  await round();
  const before = await sandbox.heldBytes();
  for (let rounds = 0; rounds < 5; rounds++) await round();
  const grown = (await sandbox.heldBytes()) - before;
  expect(grown).toBeLessThan(GROWTH_BYTES);
});

it('what is kept of 500 calls and 400 tokens with fields of 60 kB is a few kB each', { timeout: 120_000 }, async () => {
  const ms = { bodyMs: 20_000, headerMs: 20_000 };
  await using sandbox = await measuredSandbox({ limits: ms, clockAt: NOW });
  const long = 'x'.repeat(60_000);
  const refused = form(PATH, part('sign', long), good[1]!, part('liveness_id', long));
  const accepted = form(PATH, good[0]!, good[1]!, part('liveness_id', long));
  const send = async (bytes: Buffer, count: number, status: number): Promise<void> => {
    for (let sent = 0; sent < count; sent += 20) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => rawRequest(sandbox.url, bytes, { timeoutMs: 30_000 })));
      expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status));
    }
  };
  await send(refused, 20, 403);
  const before = await sandbox.heldBytes();
  await send(refused, 500, 403);
  expect((await sandbox.heldBytes()) - before).toBeLessThan(GROWTH_BYTES);
  await send(accepted, 400, 200);
  // Eight million characters of fields, and no more.
  expect((await sandbox.heldBytes()) - before).toBeLessThan(8_000_000 + GROWTH_BYTES);
});

it('a body of 100,000 empty parts takes hardly longer than as many bytes in one', { timeout: 60_000 }, async () => {
  await using sandbox = await startSandbox();
  const bytes = 900_000;
  const empty = '--x\r\n\r\n\r\n';
  const processorMs = async (body: string): Promise<number> => {
    const request = http(`POST ${PATH} HTTP/1.1\nHost: x\nContent-Type: multipart/form-data; boundary=x`, body);
    let least = Infinity;
    for (let round = 0; round < 5; round++) {
      const before = process.cpuUsage();
      await rawRequest(sandbox.url, request, { timeoutMs: 30_000 });
      const { user, system } = process.cpuUsage(before);
      least = Math.min(least, (user + system) / 1000);
    }
    return least;
  };
  const one = await processorMs('--x\r\n\r\n'.padEnd(bytes, 'y'));
  const many = await processorMs(empty.repeat(bytes / empty.length));
  expect(sandbox.requests.at(-1)!.why.message).toContain('more than the 200 parts');
  expect(many, `${one.toFixed(1)} ms in one part`).toBeLessThan(4 * one + 10);
});

/** mulberry32: small, and the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One to four changes somewhere in the bytes. */
function spoil(bytes: Buffer, random: () => number): Buffer {
  let spoilt = Buffer.from(bytes);
  const at = (): number => Math.floor(random() * spoilt.length);
  const changes = 1 + Math.floor(random() * 4);
  for (let change = 0; change < changes && spoilt.length > 1; change++) {
    const place = at();
    const end = Math.min(spoilt.length, place + Math.floor(random() * 40));
    const junk = Buffer.from(Array.from({ length: Math.floor(random() * 20) }, () => Math.floor(random() * 256)));
    const kind = Math.floor(random() * 5);
    if (kind === 0) spoilt[place] = Math.floor(random() * 256);
    else if (kind === 1) spoilt = Buffer.concat([spoilt.subarray(0, place), junk, spoilt.subarray(place)]);
    else if (kind === 2) spoilt = Buffer.concat([spoilt.subarray(0, place), spoilt.subarray(end)]);
    else if (kind === 3) spoilt = Buffer.concat([spoilt.subarray(0, end), spoilt.subarray(place)]);
    else if (random() < 0.3) spoilt = spoilt.subarray(0, Math.max(1, place));
  }
  return spoilt;
}
