import { FinAuthConfigError, type Limiter, type LimiterSlot, createFinAuth } from '@finauth-sdk/signing';
import { expect, it } from 'vitest';
import { createRig, credentials, input, turn, until } from './createRig.ts';
import { refuses, saysNothing, succeeds } from './faults.ts';
import { outcomeOf } from './settle.ts';

interface Book {
  readonly limiter: Limiter;
  entered: number;
  left: number;
  readonly slots: AbortController[];
}

/** Lets everybody in, and keeps count. */
function createBook(own: Partial<LimiterSlot> = {}): Book {
  const book: Book = {
    entered: 0,
    left: 0,
    slots: [],
    limiter: {
      async enter() {
        book.entered++;
        const lost = new AbortController();
        book.slots.push(lost);
        return { lost: lost.signal, leave: () => void book.left++, ...own };
      },
    },
  };
  return book;
}

it('each attempt enters, and leaves exactly once, however it ends', async () => {
  const book = createBook();
  const { finauth, settle } = await createRig({
    faults: [succeeds, refuses(500, 'INTERNAL_ERROR'), succeeds, refuses(403, 'DENIED')],
    maxConcurrency: book.limiter,
  });
  await finauth.getBizToken(input);
  expect(book).toMatchObject({ entered: 1, left: 1 });
  await settle(finauth.getBizToken(input));
  expect(book).toMatchObject({ entered: 3, left: 3 });
  expect(await settle(finauth.getBizToken(input))).toMatchObject({ ok: false, error: { code: 'DENIED' } });
  expect(book).toMatchObject({ entered: 4, left: 4 });
});

it('an aborted call leaves exactly once', async () => {
  const book = createBook();
  const { finauth, server } = await createRig({ faults: [saysNothing], maxConcurrency: book.limiter });
  const leaving = new AbortController();
  const call = outcomeOf(finauth.getBizToken(input, { signal: leaving.signal }));
  await until(() => server.requests.length === 1);
  leaving.abort('gone');
  expect(await call).toEqual({ ok: false, error: 'gone' });
  await until(() => book.left > 0);
  await turn();
  expect(book).toMatchObject({ entered: 1, left: 1 });
});

it('a call whose slot is lost goes on, and it is told as an event', async () => {
  const book = createBook();
  const { finauth, events } = await createRig({
    faults: [
      (socket, request) => {
        book.slots[0]!.abort();
        succeeds(socket, request);
      },
    ],
    maxConcurrency: book.limiter,
  });
  await finauth.getBizToken(input);
  expect(events.map(({ type }) => type)).toEqual(['attemptStarted', 'slotLost', 'answered', 'succeeded']);
  expect(events[1]).toEqual({ type: 'slotLost', operation: 'getBizToken', callId: 1, attempt: 1 });
  // Afterwards it is nobody's.
  const other = createBook();
  const later = await createRig({ faults: [succeeds], maxConcurrency: other.limiter });
  await later.finauth.getBizToken(input);
  other.slots[0]!.abort();
  expect(later.events.some(({ type }) => type === 'slotLost')).toBe(false);
});

it.each([
  ['is lost', false],
  ['turns out to be lost when the limiter is asked', true],
])('an attempt whose slot %s before it is sent is not sent, and is tried again with another slot', async (_when, isSeenWhenAsked) => {
  const book = createBook();
  const lose = (): void => book.slots[0]!.abort(new Error('the lease is over'));
  let isOver = false;
  const { finauth, server, events, settle } = await createRig({
    faults: [succeeds],
    // It takes its time.
    credentials() {
      isOver = true;
      if (!isSeenWhenAsked) lose();
      return credentials;
    },
    maxConcurrency: {
      async enter(signal) {
        const { leave, lost } = await book.limiter.enter(signal);
        return {
          leave,
          get lost() {
            if (isOver) lose();
            return lost;
          },
        };
      },
    },
  });
  expect(await settle(finauth.getBizToken(input))).toMatchObject({ ok: true });
  expect(events.map(({ type }) => type)).toEqual(['attemptStarted', 'slotLost', 'retrying', 'attemptStarted', 'answered', 'succeeded']);
  expect(events[2]).toMatchObject({ code: 'ERR_LIMITER' });
  expect(server.requests).toHaveLength(1);
  expect(book).toMatchObject({ entered: 2, left: 2 });
});

it('a call that is not to be tried again learns that its slot was lost, and that nothing was sent', async () => {
  const reason = new Error('the lease is over');
  const { limiter } = createBook({ lost: AbortSignal.abort(reason) });
  const { finauth, server, settle } = await createRig({ faults: [succeeds], maxConcurrency: limiter, retry: false });
  const error = { code: 'ERR_LIMITER', cause: reason, message: expect.stringContaining('before the request was sent') };
  expect(await settle(finauth.getBizToken(input))).toMatchObject({ ok: false, error });
  expect(server.requests).toEqual([]);
});

it('a limiter that tells who leaves that the slot was lost long ago is heard', async () => {
  const lost = new AbortController();
  const { limiter } = createBook({ lost: lost.signal, leave: () => lost.abort() });
  const { finauth, events } = await createRig({ faults: [succeeds], maxConcurrency: limiter });
  await finauth.getBizToken(input);
  expect(events.filter(({ type }) => type === 'slotLost')).toHaveLength(1);
});

it.each<[how: string, enter: () => never]>([
  [
    'throws',
    () => {
      throw new Error('no Redis');
    },
  ],
  ['rejects', () => Promise.reject(new Error('no Redis')) as never],
  ['hands out no slot', () => undefined as never],
])('where the limiter %s, the attempt fails with ERR_LIMITER, and is tried again', async (_how, enter) => {
  const { limiter } = createBook();
  let tries = 0;
  const { finauth, server, settle, events } = await createRig({
    faults: [succeeds],
    maxConcurrency: { enter: (signal) => (++tries < 3 ? enter() : limiter.enter(signal)) },
  });
  expect(await settle(finauth.getBizToken(input))).toMatchObject({ ok: true });
  expect(events.filter(({ type }) => type === 'retrying')).toMatchObject([{ code: 'ERR_LIMITER' }, { code: 'ERR_LIMITER' }]);
  expect(server.requests).toHaveLength(1);
});

it('who is aborted, out of time or closed in line does not wait for the limiter, and a slot that comes later is given back', async () => {
  const book = createBook();
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const signals: AbortSignal[] = [];
  const { finauth, server, clock } = await createRig({
    faults: [succeeds],
    maxConcurrency: {
      async enter(signal) {
        signals.push(signal);
        await opened;
        return await book.limiter.enter(signal);
      },
    },
  });
  const leaving = new AbortController();
  const calls = [
    finauth.getBizToken(input, { signal: leaving.signal }),
    finauth.getBizToken(input, { retry: { totalTimeoutMs: 1_000 } }),
    finauth.getBizToken(input),
  ].map(outcomeOf);
  await until(() => signals.length === 3);
  leaving.abort('gone');
  expect(await calls[0]).toEqual({ ok: false, error: 'gone' });
  await clock.advance(1_000);
  expect(await calls[1]).toMatchObject({ ok: false, error: { code: 'ERR_TIMEOUT', message: expect.stringContaining('waiting in line') } });
  await finauth.close({ timeoutMs: 0 });
  expect(await calls[2]).toMatchObject({ ok: false, error: { code: 'ERR_CLOSED' } });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
  open();
  await until(() => book.left === 3);
  expect(book.entered).toBe(3);
  expect(server.requests).toEqual([]);
});

it.each<[how: string, leave: () => unknown]>([
  [
    'throws',
    () => {
      throw new Error('no Redis');
    },
  ],
  ['rejects', () => Promise.reject(new Error('no Redis'))],
])('a limiter that %s at the end costs no answer', async (_how, leave) => {
  const { limiter } = createBook({ leave: leave as () => void });
  const { finauth } = await createRig({ faults: [succeeds], maxConcurrency: limiter });
  expect(await finauth.getBizToken(input)).toMatchObject({ biz_token: expect.any(String) });
  await turn();
});

it.each([{}, { enter: 'x' }, 'a', Number.NaN])('%j is no limiter', (maxConcurrency) => {
  expect(() => createFinAuth({ credentials, baseUrl: 'https://finauth.example', maxConcurrency: maxConcurrency as never })).toThrow(
    FinAuthConfigError,
  );
});

it.each<[string, (leave: () => void) => unknown, held: number]>([
  ['a slot that cannot be left', () => ({ lost: new AbortController().signal }), 1],
  ['a lost that is no signal', (leave) => ({ leave, lost: {} }), 0],
])('a limiter that gives %s is told so, its slot is given back if it can be, and nothing is sent', async (_what, slot, kept) => {
  let held = 0;
  const limiter = { enter: async () => (held++, slot(() => held--)) } as unknown as Limiter;
  const { finauth, server, settle } = await createRig({ faults: [succeeds], maxConcurrency: limiter, retry: false });
  const cause = expect.objectContaining({ message: expect.stringContaining('{ leave, lost }') });
  expect(await settle(finauth.getBizToken(input))).toMatchObject({ ok: false, error: { code: 'ERR_LIMITER', cause } });
  expect(held).toBe(kept);
  expect(server.requests).toEqual([]);
});
