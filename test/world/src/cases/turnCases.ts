import { createFinAuth, type FinAuthOptions } from '@finauth-sdk/signing';
import { createRig, credentials, input, until } from '@finauth-sdk/test-faults/createRig';
import { answers, goodAnswer, head, succeeds } from '@finauth-sdk/test-faults/faults';
import { createFaultServer } from '@finauth-sdk/test-faults/faultServer';
import { keepBusy } from '@finauth-sdk/test-faults/keepBusy';
import { openTransport } from '@finauth-sdk/test-faults/openTransport';
import { outcomeOf } from '@finauth-sdk/test-faults/settle';
import { type Piece, startThreadServer } from '@finauth-sdk/test-faults/threadServer';
import { nodes } from '@finauth-sdk/test-nodes';
import { AbortController as PolyfilledController } from 'abort-controller';
import { expect, onTestFinished, vi } from 'vitest';
import { runOnNodes } from '../runOnNodes.ts';
import type { WorldCase } from '../worldCase.ts';

const json = JSON.stringify(goodAnswer);
const whole = Buffer.concat([head(200, { 'content-length': String(json.length) }), Buffer.from(json)]);

/** A client of a server in a thread of its own, so that this one may be busy. */
async function openThread(pieces: readonly Piece[], options: FinAuthOptions) {
  const server = await startThreadServer(pieces);
  const transport = openTransport();
  onTestFinished(async () => void (await Promise.all([server.close(), transport.close()])));
  return { server, finauth: createFinAuth({ baseUrl: server.url, credentials, ...transport.options, ...options }) };
}

/** What a script printed on every Node, with a server that answers well. */
async function onEveryNode(script: URL): Promise<Record<string, unknown>> {
  const server = await createFaultServer({ faults: [answers(200, goodAnswer)], keep: false });
  onTestFinished(() => server.close());
  return runOnNodes(script, { SERVER_URL: server.url });
}

export const turnCases: readonly WorldCase[] = [
  {
    kind: 'the process is busy while the answer comes, and the timer of the attempt is due before it looks at the network',
    seen: 'gofer #71 (fire timeouts after I/O), request #2773, got #117; our own trial: 50 ms to answer, 500 ms busy, timeoutMs 300',
    right: 'the answer that came in time is had, and no second token is minted',
    async run() {
      const { server, finauth } = await openThread([[50, whole]], { timeoutMs: 1_000 });
      // The first call loads and connects, which takes its time on a busy machine.
      await outcomeOf(finauth.getBizToken(input));
      await server.nextRequest();
      const before = server.count();
      const call = outcomeOf(finauth.getBizToken(input));
      await server.nextRequest();
      server.blockUntilAnswered(1_500);
      expect(await call).toMatchObject({ ok: true });
      expect(server.count() - before).toBe(1);
    },
  },
  {
    kind: 'a process whose turns are long makes hundreds of calls at once',
    seen: 'request #2773 (the time of a request is over before it is sent); our own trial: the last of 300 calls began after 2.6 s, untimed',
    right: 'a call that may begin does so at once, and none begins once its whole time is over',
    async run() {
      const startedAfterMs: number[] = [];
      let start = 0;
      const onEvent: FinAuthOptions['onEvent'] = ({ type }) => type === 'attemptStarted' && startedAfterMs.push(performance.now() - start);
      const { finauth } = await openThread([[1, whole]], { onEvent, maxConcurrency: 2, retry: { totalTimeoutMs: 300 } });
      const rest = keepBusy(20);
      onTestFinished(rest);
      start = performance.now();
      const calls = Array.from({ length: 150 }, () => outcomeOf(finauth.getBizToken(input)));
      const outcomes = await Promise.all(calls);
      rest();
      expect(outcomes.some(({ ok }) => !ok)).toBe(true);
      // Untimed, the last of them would begin after some 1,500. Between the check of its time and the event, a machine may take a while.
      expect(Math.max(...startedAfterMs)).toBeLessThan(1_000);
    },
  },
  {
    kind: 'a test framework puts timers that never fire in the place of the real ones',
    seen: "vitest #7314 (fetch hangs with fake timers), msw #448, jest #13018; our own trial: the second call hung with Jest's enableGlobally",
    right: 'calls to a server that answers end, whatever is faked and whenever',
    async run() {
      const { finauth } = await openThread([[1, whole]], {});
      vi.useFakeTimers({
        toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate', 'performance'],
      });
      try {
        for (let call = 0; call < 3; call++) expect(await finauth.getBizToken(input)).toEqual(goodAnswer);
        expect(await Promise.all(Array.from({ length: 40 }, () => finauth.getBizToken(input)))).toHaveLength(40);
      } finally {
        vi.useRealTimers();
      }
    },
  },
  {
    kind: 'a middleware of the caller never ends',
    seen: 'our own trial',
    right: 'the time of the whole call ends it with a FinAuthTimeoutError that names the middleware, and an abort with its own reason',
    async run() {
      const { finauth, clock } = await createRig({
        faults: [succeeds],
        middleware: [() => new Promise(() => {})],
        retry: { totalTimeoutMs: 5_000 },
      });
      const call = outcomeOf(finauth.getBizToken(input));
      await until(() => clock.pending() > 0);
      clock.advance(5_000);
      expect(await call).toMatchObject({
        ok: false,
        error: { name: 'FinAuthTimeoutError', message: expect.stringContaining('middleware') },
      });
    },
  },
  {
    kind: 'many calls at once share one signal',
    seen: 'undici #5285, nodejs/node #47449, helia-http-gateway #59: MaxListenersExceededWarning on Node 20',
    right: 'no warning on any Node, and no listener is left',
    async run() {
      const clean = { warnings: [], listeners: 0 };
      expect(await onEveryNode(new URL('../scripts/sharedSignal.mjs', import.meta.url))).toEqual(
        Object.fromEntries(nodes.map(({ name }) => [name, clean])),
      );
    },
  },
  {
    kind: 'the signal is of another make: a polyfill that knows no reason',
    seen: 'jefflau/jest-fetch-mock #159; our own trial with abort-controller 3',
    right: 'the call is aborted, with an AbortError',
    async run() {
      const { finauth, server } = await createRig({ faults: [() => {}] });
      const controller = new PolyfilledController();
      const call = outcomeOf(finauth.getBizToken(input, { signal: controller.signal }));
      await until(() => server.requests.length === 1);
      controller.abort();
      expect(await call).toMatchObject({ ok: false, error: { name: 'AbortError' } });
    },
  },
  {
    kind: "jsdom replaces AbortController, and Node's fetch refuses its signals",
    seen: 'jsdom #3874, vitest #8374, mswjs/jest-fixed-jsdom #35: Expected signal to be an instance of AbortSignal, from Node 24 on',
    right:
      'with dangerouslyAllowBrowser a call works in jsdom on every Node, and so do aborts and timeouts, also in the next jsdom of the process',
    async run() {
      const answer = goodAnswer.biz_token;
      const works = {
        refused: 'FinAuthConfigError',
        answer,
        aborted: 'gone',
        timedOut: 'FinAuthTimeoutError',
        later: answer,
        laterAborted: 'gone',
      };
      expect(await onEveryNode(new URL('../scripts/jsdom.mjs', import.meta.url))).toEqual(
        Object.fromEntries(nodes.map(({ name }) => [name, works])),
      );
    },
  },
];
