import { expect, it } from 'vitest';
import { expectApiForm } from './testing/expectApiForm.ts';
import { good, limits, NOW, PATH } from './testing/limitedSandbox.ts';
import { measuredSandbox } from './testing/measuredSandbox.ts';
import { form, part, rawRequest } from './testing/rawRequest.ts';

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
    // The fuzz has to get behind the door, and not only in.
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
