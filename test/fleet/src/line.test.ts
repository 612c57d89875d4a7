import { sharedLimit, type SharedLimit } from '@finauth-sdk/fleet';
import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { startRedis } from './startRedis.ts';

const CALLERS = 10_000;
const LIMIT = 20;

it(`${CALLERS} callers in line, one in three of whom leaves at some moment: nobody is lost, nobody is let in twice, and the line empties`, async () => {
  await using server = await startRedis();
  const clients = Array.from({ length: 4 }, () => new Redis(server.url));
  const events: unknown[] = [];
  const limits = clients.map((client): SharedLimit =>
    sharedLimit({
      client,
      key: 'line',
      limit: LIMIT,
      share: 5,
      leaseMs: 30_000,
      timeoutMs: 60_000,
      onEvent: (event) => events.push(event),
    }),
  );
  let inside = 0;
  let most = 0;
  let random = 42;
  const chance = (): number => (random = (random * 48_271) % 2_147_483_647) / 2_147_483_647;
  const outcomes = await Promise.all(
    Array.from({ length: CALLERS }, async (_, index) => {
      const leaving = new AbortController();
      let admitted = 0;
      if (index % 3 === 0) setTimeout(() => leaving.abort('gone'), chance() * 1_000);
      try {
        const slot = await limits[index % limits.length]!.enter(leaving.signal);
        admitted++;
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside--;
        slot.leave();
        // Once more is no more.
        slot.leave();
        return admitted;
      } catch (error) {
        return error;
      }
    }),
  );
  const served = outcomes.filter((outcome) => outcome === 1).length;
  const gone = outcomes.filter((outcome) => outcome === 'gone').length;
  console.log(`${served} were served, ${gone} left the line`);
  expect(served + gone).toBe(CALLERS);
  expect(served).toBeGreaterThanOrEqual((CALLERS * 2) / 3 - 1);
  expect(gone).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(LIMIT);
  expect(events).toEqual([]);
  await Promise.all(limits.map((limit) => limit.close()));
  const { opens: _, ...processes } = await clients[0]!.hgetall('finauth:line');
  expect(Object.values(processes).map((each) => JSON.parse(each) as object)).toEqual(
    clients.map(() => expect.objectContaining({ taken: 0, line: {} })),
  );
  for (const client of clients) client.disconnect();
});
