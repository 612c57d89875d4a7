import type { ClosableTransport, FinAuthEvent } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import { undiciTransport } from '@finauth-sdk/signing/undici';
import { Agent } from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createRig, input, type Rig, until } from './createRig.ts';
import { answers, goodAnswer, saysNothing, succeeds, writesAndResets } from './faults.ts';
import type { Fault } from './faultServer.ts';
import { transportName } from './openTransport.ts';
import { POOLED, pooledRig } from './pooledRig.ts';
import { settle } from './settle.ts';

const create: Readonly<Record<string, (options?: { keepAliveMs?: number; connections?: number }) => ClosableTransport>> = {
  node: nodeTransport,
  undici: undiciTransport,
};
// Which connections the runtime's fetch keeps is up to the runtime.
const open = create[transportName()];

/** The machine sleeps: the time of day goes on, and no timer does. */
function sleepFor(ms: number): void {
  const now = Date.now;
  const slept = vi.spyOn(Date, 'now').mockImplementation(() => now() + ms);
  onTestFinished(() => slept.mockRestore());
}

/** So many calls at once. Where the connections swallow them, their first attempts run out of time. */
async function callAtOnce(rig: Rig, calls: number, death: Fault): Promise<void> {
  const all = Promise.all(Array.from({ length: calls }, () => rig.finauth.getBizToken(input)));
  if (death === saysNothing) {
    await until(() => rig.server.requests.length === POOLED + calls);
    rig.clock.advance(10_000);
  }
  const pausing = (): boolean =>
    count(rig, 'retrying') > rig.events.filter(({ attempt, type }) => type === 'attemptStarted' && attempt > 1).length;
  await expect(settle(all, rig.clock, pausing)).resolves.toMatchObject({ ok: true });
}

const count = ({ events }: Rig, wanted: FinAuthEvent['type']): number => events.filter(({ type }) => type === wanted).length;
const attempts = (rig: Rig): number => count(rig, 'attemptStarted');

describe.runIf(open !== undefined)('pooled connections that were lost while they were idle', () => {
  const deaths: [string, Fault][] = [
    ['reset', writesAndResets('')],
    ['take what is sent, and never answer', saysNothing],
  ];

  it.each(deaths)('are not used after the machine was suspended, though they would %s', async (_what, death) => {
    const rig = await pooledRig(death, open!());
    sleepFor(60_000);
    await expect(rig.finauth.getBizToken(input)).resolves.toEqual(goodAnswer);
    expect(attempts(rig)).toBe(1);
  });

  it.each(deaths)('cost one attempt, and not all, where they %s', async (_what, death) => {
    const rig = await pooledRig(death, open!());
    await callAtOnce(rig, 1, death);
    expect(attempts(rig)).toBe(2);
    expect(rig.server.requests.at(-1)!.connection).toBeGreaterThan(POOLED);
  });

  it.each(deaths)('cost each of six calls at once one attempt, where they %s', async (_what, death) => {
    const rig = await pooledRig(death, open!());
    await callAtOnce(rig, POOLED, death);
    expect(attempts(rig)).toBe(2 * POOLED);
  });

  it('make room under a limit: none of them counts as a connection', async () => {
    const rig = await pooledRig(saysNothing, open!({ connections: POOLED }));
    sleepFor(60_000);
    await Promise.all(Array.from({ length: 2 * POOLED }, () => rig.finauth.getBizToken(input)));
    expect(attempts(rig)).toBe(2 * POOLED);
    expect(rig.server.connections()).toBe(2 * POOLED);
  });

  it('are closed when they have been idle for long enough', async () => {
    const rig = await pooledRig(succeeds, open!({ keepAliveMs: 40 }));
    await until(() => rig.server.openSockets() === 0);
    expect(rig.server.openSockets()).toBe(0);
  });

  it.each([
    ['timeout=5', 1_000, false],
    ['timeout=5', 4_500, true],
    ['timeout=5, max=100', 4_500, true],
    ['max=100, timeout=5', 4_500, true],
    ['Timeout=5', 4_500, true],
    ['max=100', 4_500, false],
    ['max=100', 31_000, true],
    ['timeout=600', 31_000, true],
    ['timeout=soon', 4_500, false],
  ])('are given back when the server wants them: Keep-Alive: %s, after %i ms', async (keepAlive, ms, isNew) => {
    const transport = open!({ keepAliveMs: 30_000 });
    onTestFinished(() => transport.close());
    const rig = await createRig({ faults: [answers(200, goodAnswer, { 'keep-alive': keepAlive })], transport });
    await rig.finauth.getBizToken(input);
    await new Promise((resolve) => setTimeout(resolve, 5));
    sleepFor(ms);
    await rig.finauth.getBizToken(input);
    expect(rig.server.connections()).toBe(isNew ? 2 : 1);
  });

  it('are not used again when the clock has been set back', async () => {
    const rig = await pooledRig(saysNothing, open!());
    sleepFor(-3_600_000);
    await rig.finauth.getBizToken(input);
    expect(attempts(rig)).toBe(1);
  });

  it('are kept where only the caller has aborted', async () => {
    const rig = await pooledRig(succeeds, open!());
    rig.server.play(saysNothing, succeeds);
    const controller = new AbortController();
    const call = rig.finauth.getBizToken(input, { signal: controller.signal });
    await until(() => rig.server.requests.length === POOLED + 1);
    controller.abort('enough');
    await expect(call).rejects.toBe('enough');
    await Promise.all(Array.from({ length: POOLED - 1 }, () => rig.finauth.getBizToken(input)));
    // The one that was given up is replaced, and no other.
    expect(rig.server.connections()).toBeLessThanOrEqual(POOLED + 1);
  });
});

it.runIf(transportName() === 'node')('what idles in an agent that was given goes after a loss, too', async () => {
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const rig = await pooledRig(writesAndResets(''), nodeTransport({ agent }));
  await expect(rig.settle(rig.finauth.getBizToken(input))).resolves.toMatchObject({ ok: true });
  expect(attempts(rig)).toBe(2);
});
