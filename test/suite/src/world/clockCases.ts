import { exampleAnswers } from '@finauth-sdk/client/examples';
import type { FinAuth, FinAuthOptions, Timers } from '@finauth-sdk/signing';
import { equal, holds, thrownBy } from '../assert.ts';
import type { Case, Given } from '../suite.ts';

const START = Date.UTC(2026, 0, 15, 12);
const SECOND = 1_000;
const YEAR = 365 * 86_400 * SECOND;
// They never fire.
const timers: Timers = { setTimeout: () => 0, clearTimeout: () => {} };

/** Time, signals and dates of HTTP, without a server: what sends is a function that answers. */
export function clockCases({ signing, client: { signatureScheme }, environment }: Given): Case[] {
  const { createFinAuth, FinAuthError, FinAuthTimeoutError, inspectSign } = signing;
  const { credentials } = environment;
  const good = { ...exampleAnswers.getBizToken, biz_token: 'token' };
  const refusal = { error: 'AUTHORIZATION_ERROR: EXPIRED_SIGN' };

  /** A client whose requests are answered here, and the times that they were signed for. */
  function createClient(
    answer: (request: number, signedAt: number) => Response,
    options: FinAuthOptions = {},
  ): { finauth: FinAuth; signedAt: number[] } {
    const signedAt: number[] = [];
    const fetch: NonNullable<FinAuthOptions['fetch']> = async (_url, init) => {
      const [, sign] = new RegExp(`name="${signatureScheme.fields.sign}"\\r\\n\\r\\n([^\\r]+)`).exec(String(init?.body)) ?? [];
      const time = inspectSign(sign!).currentTime * SECOND;
      return answer(signedAt.push(time), time);
    };
    const usual: FinAuthOptions = { baseUrl: 'http://127.0.0.1:9', credentials, now: () => START, jitter: () => 0 };
    return { finauth: createFinAuth({ ...usual, fetch, ...options }), signedAt };
  }
  const json = (body: object, status: number, headers: Record<string, string>): Response =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
  const at = (time: number): Record<string, string> => ({ date: new Date(time).toUTCString() });
  const scene = { liveness_id: 'scene' };

  return [
    {
      name: 'one EXPIRED_SIGN with a Date a year ahead makes no signature that is good for a year',
      world: { seen: 'our own trial, on a server that looks at the expiry alone', right: 'no signature is dated more than a day ahead' },
      async run() {
        const { finauth, signedAt } = createClient((request) =>
          request === 1 ? json(refusal, 403, at(START + YEAR)) : json(good, 200, at(START + YEAR)),
        );
        await finauth.getBizToken(scene).catch(() => {});
        await finauth.getBizToken(scene);
        holds(Math.max(...signedAt) <= START + 86_400 * SECOND, `${signedAt.join(', ')} are at most a day ahead`);
      },
    },
    {
      name: 'a window of three seconds, and a clock that is four behind',
      world: {
        seen: 'our own trial: the tolerance of 5 s was larger than the window',
        right: 'the clock is corrected, and the call succeeds',
      },
      async run() {
        const serverTime = START + 4 * SECOND;
        const { finauth, signedAt } = createClient(
          (_request, signed) => (signed + 3 * SECOND < serverTime ? json(refusal, 403, at(serverTime)) : json(good, 200, at(serverTime))),
          { windowSeconds: 3 },
        );
        await finauth.getBizToken(scene);
        await finauth.getBizToken(scene);
        equal(signedAt, [START, serverTime, serverTime]);
      },
    },
    ...[
      ['the present form', 'Thu, 15 Jan 2026 12:00:00 GMT', 'Thu, 15 Jan 2026 12:00:07 GMT'],
      ['that of RFC 850', 'Thursday, 15-Jan-26 12:00:00 GMT', 'Thursday, 15-Jan-26 12:00:07 GMT'],
      ['that of asctime', 'Thu Jan 15 12:00:00 2026', 'Thu Jan 15 12:00:07 2026'],
    ].map(([form, date, retryAfter]): Case => ({
      name: `a Date and a Retry-After in ${form}`,
      world: { seen: 'RFC 9110, section 5.6.7; denoland/std #7299, lidge-jun/opencodex #4046', right: 'both are read' },
      async run() {
        const headers = { date: date!, 'retry-after': retryAfter! };
        const { finauth } = createClient(() => json({ error: 'CONCURRENCY_LIMIT_EXCEEDED' }, 429, headers), { retry: false });
        const error = await thrownBy(FinAuthError, () => finauth.getBizToken(scene));
        equal((error as { retryAfterMs?: number }).retryAfterMs, 7 * SECOND);
      },
    })),
    {
      name: 'a signal that is no AbortSignal of this realm',
      world: {
        seen: 'jsdom, abort-controller, other realms; our own trial',
        right: 'it is listened to, and its reason is what the call rejects with',
      },
      async run() {
        const listeners = new Set<() => void>();
        const signal = {
          aborted: false,
          reason: undefined as unknown,
          addEventListener: (_type: 'abort', listener: () => void) => void listeners.add(listener),
          removeEventListener: (_type: 'abort', listener: () => void) => void listeners.delete(listener),
        };
        const never = new Promise<never>(() => {});
        const { finauth } = createClient(() => json(good, 200, {}), { middleware: [() => never] });
        const calls = [1, 2, 3].map(() => finauth.getBizToken(scene, { signal }).catch((reason: unknown) => reason));
        equal(listeners.size, 1, 'the number of listeners');
        Object.assign(signal, { aborted: true, reason: 'gone' });
        for (const listener of listeners) listener();
        equal(await Promise.all(calls), ['gone', 'gone', 'gone']);
        equal(listeners.size, 0, 'the number of listeners');
      },
    },
    {
      name: 'a process is too busy for its timers, and the time of a call is over before it begins',
      world: {
        seen: 'our own trial: of 500 calls 355 began after their whole time was over',
        right: 'it begins nothing, and rejects with a FinAuthTimeoutError',
      },
      async run() {
        let time = START;
        const { finauth, signedAt } = createClient(() => json(good, 200, {}), {
          now: () => time,
          timers,
          retry: { totalTimeoutMs: 5_000 },
          middleware: [(call, next) => ((time += 5_000), next(call))],
        });
        await thrownBy(FinAuthTimeoutError, () => finauth.getBizToken(scene));
        equal(signedAt, []);
      },
    },
  ];
}
