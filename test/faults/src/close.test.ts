import { FinAuthClosedError, FinAuthError, type ClosableTransport } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import { undiciTransport } from '@finauth-sdk/signing/undici';
import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRig, input, type Rig, until } from './createRig.ts';
import { goodAnswer, refuses, saysNothing, succeeds } from './faults.ts';
import type { Fault, ReceivedRequest } from './faultServer.ts';
import { transportName } from './openTransport.ts';
import { outcomeOf } from './settle.ts';

/** A server that answers when it is told to. */
function held(): { readonly fault: Fault; answer(): void } {
  const waiting: [Socket, ReceivedRequest][] = [];
  return {
    fault: (socket, request) => void waiting.push([socket, request]),
    answer() {
      for (const [socket, request] of waiting.splice(0)) succeeds(socket, request);
    },
  };
}

const closed = (says: RegExp): object => ({
  ok: false,
  error: { name: 'FinAuthClosedError', code: 'ERR_CLOSED', retryable: false, message: expect.stringMatching(says) as string },
});
const refusedAtOnce = closed(/is closed and takes no new calls\. .*(?:create a new|after the last call)/);

const requests = (rig: Rig): number => rig.server.requests.length;

describe('finauth.close()', () => {
  it('lets what is in flight and in line end, and refuses what is new', async () => {
    const { fault, answer } = held();
    const rig = await createRig({ faults: [fault], maxConcurrency: 2 });
    const calls = Array.from({ length: 5 }, () => rig.finauth.getBizToken(input));
    await until(() => requests(rig) === 2);
    const closing = rig.finauth.close();
    expect(await outcomeOf(rig.finauth.getBizToken(input))).toMatchObject(refusedAtOnce);
    // Two at a time, also now.
    for (const arrived of [2, 4, 5]) {
      await until(() => requests(rig) === arrived);
      answer();
    }
    expect(await Promise.all(calls)).toEqual(calls.map(() => goodAnswer));
    await expect(closing).resolves.toBeUndefined();
    expect(requests(rig)).toBe(5);
    expect(rig.clock.pending()).toBe(0);
  });

  it('lets a call that pauses before a retry have its retry', async () => {
    const rig = await createRig({ faults: [refuses(500, 'INTERNAL_ERROR'), succeeds] });
    const call = rig.finauth.getBizToken(input);
    await until(() => rig.events.at(-1)?.type === 'retrying');
    const closing = rig.finauth.close();
    expect(await rig.settle(call)).toMatchObject({ ok: true });
    await closing;
    expect(requests(rig)).toBe(2);
  });

  it.each([
    ['the default', undefined, 10_000],
    ['a time of its own', { timeoutMs: 250 }, 250],
  ])('aborts what has not ended in time, which mints no second token: %s', async (_what, options, ms) => {
    const rig = await createRig({ faults: [saysNothing], maxConcurrency: 1, timeoutMs: 60_000, retry: { totalTimeoutMs: 90_000 } });
    const calls = [1, 2].map(() => outcomeOf(rig.finauth.getBizToken(input)));
    await until(() => requests(rig) === 1);
    const closing = rig.finauth.close(options);
    rig.clock.advance(ms - 1);
    expect(await Promise.race([closing, Promise.resolve('still waiting')])).toBe('still waiting');
    rig.clock.advance(1);
    await closing;
    for (const call of calls) expect(await call).toMatchObject(closed(new RegExp(`waited ${ms} ms.*timeoutMs`)));
    expect(requests(rig)).toBe(1);
    await until(() => rig.server.openSockets() === 0);
    expect(rig.events.filter(({ type }) => type === 'gaveUp')).toMatchObject([{ code: 'ERR_CLOSED' }, { code: 'ERR_CLOSED' }]);
    expect(rig.clock.pending()).toBe(0);
  });

  it('aborts a call that pauses, and it is not made again', async () => {
    const rig = await createRig({ faults: [refuses(503, 'INTERNAL_ERROR', { 'retry-after': '20' }), succeeds] });
    const call = outcomeOf(rig.finauth.getBizToken(input));
    await until(() => rig.events.at(-1)?.type === 'retrying');
    const closing = rig.finauth.close();
    rig.clock.advance(10_000);
    await closing;
    expect(await call).toMatchObject(closed(/waited 10000 ms/));
    rig.clock.advance(60_000);
    expect(requests(rig)).toBe(1);
  });

  it('aborts at once where no time is given', async () => {
    const rig = await createRig({ faults: [saysNothing] });
    const call = outcomeOf(rig.finauth.getBizToken(input));
    await until(() => requests(rig) === 1);
    await rig.finauth.close({ timeoutMs: 0 });
    expect(await call).toMatchObject(closed(/waited 0 ms/));
  });

  it('waits no longer than a later call allows', async () => {
    const rig = await createRig({ faults: [saysNothing], timeoutMs: 60_000 });
    const call = outcomeOf(rig.finauth.getBizToken(input));
    await until(() => requests(rig) === 1);
    const closing = rig.finauth.close({ timeoutMs: 30_000 });
    void rig.finauth.close({ timeoutMs: 40_000 });
    void rig.finauth.close({ timeoutMs: 100 });
    rig.clock.advance(99);
    expect(await Promise.race([closing, Promise.resolve('still waiting')])).toBe('still waiting');
    rig.clock.advance(1);
    await closing;
    expect(await call).toMatchObject(closed(/waited 100 ms/));
    await rig.finauth.close({ timeoutMs: 5_000 });
    expect(rig.clock.pending()).toBe(0);
  });

  it('ends a call whose middleware never does', async () => {
    const rig = await createRig({ faults: [succeeds], middleware: [() => new Promise(() => {})] });
    const call = outcomeOf(rig.finauth.getBizToken(input));
    const closing = rig.finauth.close();
    rig.clock.advance(10_000);
    await closing;
    expect(await call).toMatchObject(closed(/waited/));
  });

  it('returns the same promise each time', async () => {
    const rig = await createRig({ faults: [succeeds] });
    const first = rig.finauth.close();
    expect(rig.finauth.close()).toBe(first);
    expect(rig.finauth.close({ timeoutMs: 1 })).toBe(first);
    await first;
  });

  it('gives each call an error of its own, which instanceof knows', async () => {
    const rig = await createRig({ faults: [saysNothing] });
    const calls = [1, 2].map(() => rig.finauth.getBizToken(input).catch((error: unknown) => error));
    await until(() => requests(rig) === 2);
    await rig.finauth.close({ timeoutMs: 0 });
    const [one, other] = await Promise.all(calls);
    expect(one).toBeInstanceOf(FinAuthClosedError);
    expect(one).toBeInstanceOf(FinAuthError);
    expect(one).not.toBe(other);
  });

  it.each([{ timeoutMs: -1 }, { timeoutMs: Number.NaN }, { timeoutMs: 2 ** 31 }, { timeout: 5 }])(
    'refuses %o, and stays open',
    async (options) => {
      const rig = await createRig({ faults: [succeeds] });
      await expect(rig.finauth.close(options)).rejects.toMatchObject({
        code: 'ERR_CONFIG',
        message: expect.stringMatching(/close: timeout/) as string,
      });
      await expect(rig.finauth.getBizToken(input)).resolves.toEqual(goodAnswer);
    },
  );

  it('leaves a transport open that was given', async () => {
    const rig = await createRig({ faults: [succeeds] });
    await rig.finauth.getBizToken(input);
    await rig.finauth.close();
    expect(rig.server.openSockets()).toBe(1);
  });
});

const creators: Readonly<Record<string, (options?: { connections?: number }) => ClosableTransport>> = {
  node: nodeTransport,
  undici: undiciTransport,
};
const open = creators[transportName()];

describe.runIf(open !== undefined)('transport.close()', () => {
  async function rigOver(fault: Fault, options: { connections?: number } = {}): Promise<Rig & { transport: ClosableTransport }> {
    const transport = open!(options);
    onTestFinished(() => transport.close({ timeoutMs: 0 }));
    return { ...(await createRig({ faults: [fault], transport })), transport };
  }

  it('lets what is in flight and in line end, refuses what is new, and then lets go of its connections', async () => {
    const { fault, answer } = held();
    const rig = await rigOver(fault, { connections: 2 });
    const calls = Array.from({ length: 5 }, () => rig.finauth.getBizToken(input));
    await until(() => requests(rig) === 2);
    const closing = rig.transport.close();
    expect(await outcomeOf(rig.finauth.getBizToken(input))).toMatchObject(refusedAtOnce);
    for (const arrived of [2, 4, 5]) {
      await until(() => requests(rig) === arrived);
      answer();
    }
    expect(await Promise.all(calls)).toEqual(calls.map(() => goodAnswer));
    await closing;
    await until(() => rig.server.openSockets() === 0);
    expect(requests(rig)).toBe(5);
    expect(rig.transport.close()).toBe(closing);
  });

  it('waits for the end of an answer, and not only for its beginning', async () => {
    let rest = (): void => {};
    const rig = await rigOver((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{');
      rest = () => void socket.write('}');
    });
    const call = outcomeOf(rig.finauth.getBizToken(input));
    await until(() => requests(rig) === 1);
    let isClosed = false;
    const closing = rig.transport.close().then(() => (isClosed = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isClosed).toBe(false);
    rest();
    await closing;
    expect(await call).toMatchObject({ ok: false, error: { name: 'FinAuthResponseError' } });
  });

  it('aborts what has not ended in time, which is no network failure and mints no second token', async () => {
    const rig = await rigOver(saysNothing, { connections: 1 });
    const calls = [1, 2].map(() => outcomeOf(rig.finauth.getBizToken(input)));
    await until(() => requests(rig) === 1);
    await rig.transport.close({ timeoutMs: 20 });
    for (const call of calls) expect(await call).toMatchObject(closed(/waited 20 ms/));
    expect(requests(rig)).toBe(1);
    await until(() => rig.server.openSockets() === 0);
  });

  it('has a retry that comes after it refused', async () => {
    const rig = await rigOver(refuses(500, 'INTERNAL_ERROR'));
    const call = rig.finauth.getBizToken(input);
    await until(() => rig.events.at(-1)?.type === 'retrying');
    await rig.transport.close();
    expect(await rig.settle(call)).toMatchObject(refusedAtOnce);
    expect(requests(rig)).toBe(1);
  });
});
