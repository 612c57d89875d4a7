import type { DocumentedError } from '@finauth-sdk/client';
import type { FinAuth, FinAuthEvent, FinAuthOptions } from '@finauth-sdk/signing';
import { equal, holds, thrownBy } from './assert.ts';
import { everyKindOfText } from './formCases.ts';
import type { Case, Given } from './suite.ts';

/** Calls over the runtime's own network to a sandbox that runs. */
export function apiCases({ client: { errorCatalogue }, signing, environment }: Given): Case[] {
  const { createFinAuth, FinAuthApiError, FinAuthConnectionError, FinAuthResponseError, FinAuthTimeoutError } = signing;
  const { baseUrl, credentials, liveness, deadUrl } = environment;
  const connect = (options: FinAuthOptions = {}): FinAuth => createFinAuth({ baseUrl, credentials, retry: false, ...options });
  const scene = { liveness_id: liveness['ok']! };
  /** A client that waits for nothing between attempts, and keeps the names of what happened. */
  const hasty = (options: FinAuthOptions): { finauth: FinAuth; events: FinAuthEvent['type'][] } => {
    const events: FinAuthEvent['type'][] = [];
    return { finauth: connect({ jitter: () => 0, onEvent: ({ type }) => events.push(type), ...options }), events };
  };

  // Of the errors of this operation, each code without a reason, and each reason, by the name that its liveness_id goes by.
  const documented = Object.entries(errorCatalogue).flatMap(([code, entry]) =>
    Object.entries<DocumentedError>(entry.reasons ?? { [code]: entry })
      .filter(([, { operations }]) => operations.includes('getBizToken'))
      .map(([name]) => ({ name, code, status: entry.status })),
  );
  const refusals = documented.map(({ name, code, status }): Case => ({
    name: `the sandbox's ${code === name ? code : `${code}: ${name}`} arrives as a FinAuthApiError`,
    async run() {
      const error = await thrownBy(FinAuthApiError, () => connect().getBizToken({ liveness_id: liveness[name]! }));
      equal([error.code, error.status, error.attempts], [code, status, 1]);
      if (code !== name) equal(error.detail, name);
      holds(error.remedy !== '', 'it has a remedy');
      const text = `${error.message} ${error.stack} ${JSON.stringify(error)}`;
      holds(!text.includes(credentials.apiSecret) && !/[A-Za-z0-9+/]{60,}/.test(text), 'no secret and no signature is in it');
    },
  }));

  return [
    ...refusals,
    {
      name: 'a token is minted, with a uuid of every kind of UTF-8',
      async run() {
        const { biz_token, request_id } = await connect().getBizToken({ ...scene, uuid: everyKindOfText });
        holds(biz_token !== '' && request_id !== '', 'there is a token and a request_id');
      },
    },
    {
      name: 'fifty calls at once mint fifty tokens, six in flight',
      async run() {
        const finauth = connect({ maxConcurrency: 6 });
        const answers = await Promise.all(Array.from({ length: 50 }, () => finauth.getBizToken(scene)));
        equal(new Set(answers.map(({ biz_token }) => biz_token)).size, 50);
      },
    },
    {
      name: 'credentials may come from a function that takes its time',
      async run() {
        const { biz_token } = await connect({ credentials: async () => credentials }).getBizToken(scene);
        holds(biz_token !== '', 'there is a token');
      },
    },
    {
      name: 'a wrong secret is an INVALID_SIGN, and not said',
      async run() {
        const finauth = connect({ credentials: { ...credentials, apiSecret: 'canary-secret' } });
        const error = await thrownBy(FinAuthApiError, () => finauth.getBizToken(scene));
        equal(error.detail, 'INVALID_SIGN');
        holds(!`${error.message}${error.stack}${JSON.stringify(error)}`.includes('canary-secret'), 'the secret is not in it');
      },
    },
    {
      name: "a gateway's page is a FinAuthResponseError",
      async run() {
        const error = await thrownBy(FinAuthResponseError, () => connect().getBizToken({ liveness_id: liveness['502']! }));
        equal([error.status, error.retryable], [502, true]);
      },
    },
    {
      name: 'what can pass is asked again, signed afresh, as often as allowed',
      async run() {
        const { finauth, events } = hasty({ retry: { retries: 2 } });
        const error = await thrownBy(FinAuthApiError, () => finauth.getBizToken({ liveness_id: liveness['INTERNAL_ERROR']! }));
        equal(error.attempts, 3);
        equal(events.filter((type) => type === 'retrying').length, 2, 'the pauses');
      },
    },
    {
      name: 'what cannot pass is not asked again',
      async run() {
        const { finauth, events } = hasty({ retry: { retries: 2 } });
        await thrownBy(FinAuthApiError, () => finauth.getBizToken({ liveness_id: liveness['DENIED']! }));
        equal(events.filter((type) => type === 'attemptStarted').length, 1, 'the attempts');
      },
    },
    {
      name: "a caller's abort comes through as its own reason, before the call and within it",
      async run() {
        class Left extends Error {}
        await thrownBy(Left, () => connect().getBizToken(scene, { signal: AbortSignal.abort(new Left()) }));
        const controller = new AbortController();
        const finauth = connect({ middleware: [], onEvent: ({ type }) => type === 'attemptStarted' && controller.abort(new Left()) });
        await thrownBy(Left, () => finauth.getBizToken(scene, { signal: controller.signal }));
      },
    },
    {
      name: 'an attempt whose time is over is a FinAuthTimeoutError',
      async run() {
        // The time is over at once, by timers of the test's own.
        const timers = { setTimeout: (callback: () => void) => void queueMicrotask(callback), clearTimeout: () => {} };
        const error = await thrownBy(FinAuthTimeoutError, () => connect({ timers }).getBizToken(scene));
        equal(error.code, 'ERR_TIMEOUT');
      },
    },
    {
      name: 'a server that is not there is a FinAuthConnectionError',
      async run() {
        const error = await thrownBy(FinAuthConnectionError, () => connect({ baseUrl: deadUrl }).getBizToken(scene));
        equal([error.code, error.retryable], ['ERR_CONNECTION', true]);
        holds(!`${error.message}${JSON.stringify(error)}`.includes(credentials.apiSecret), 'no secret is in it');
      },
    },
    {
      name: 'middleware goes around the call, and sees no signature',
      async run() {
        const seen: string[] = [];
        const finauth = connect({
          middleware: [
            async (call, next) => {
              seen.push(...Object.keys(call.fields));
              const result = await next({ ...call, headers: { ...call.headers, 'x-trace': '1' } });
              seen.push(String(result.status));
              return result;
            },
          ],
        });
        await finauth.getBizToken(scene);
        equal(seen, ['liveness_id', '200']);
      },
    },
  ];
}
