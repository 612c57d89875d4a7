import { exampleAnswers } from '@finauth-sdk/client/examples';
import type { FinAuth, FinAuthOptions } from '@finauth-sdk/signing';
import { equal, holds, thrownBy } from '../assert.ts';
import type { Case, Given } from '../suite.ts';

type Fetch = NonNullable<FinAuthOptions['fetch']>;

const answer = { ...exampleAnswers.getBizToken, biz_token: 'token-1' };
const input = { liveness_id: 'scene' };

/** What a framework throws through `fetch` and wants to catch itself, further out. */
function steeringErrors(): [string, unknown][] {
  const withDigest = (digest: string): Error => Object.assign(new Error('steering'), { digest });
  return [
    ['DYNAMIC_SERVER_USAGE of Next.js', withDigest('DYNAMIC_SERVER_USAGE')],
    ['a redirect of Next.js', withDigest('NEXT_REDIRECT;replace;/login;307;')],
    ['not found, of Next.js', withDigest('NEXT_HTTP_ERROR_FALLBACK;404')],
    ['BAILOUT_TO_CLIENT_SIDE_RENDERING', withDigest('BAILOUT_TO_CLIENT_SIDE_RENDERING')],
    ['HANGING_PROMISE_REJECTION', withDigest('HANGING_PROMISE_REJECTION')],
    ['NEXT_STATIC_GEN_BAILOUT', Object.assign(new Error('steering'), { code: 'NEXT_STATIC_GEN_BAILOUT' })],
    ['a postponed part of React', Object.assign(new Error('steering'), { $$typeof: Symbol.for('react.postpone') })],
    ['a Response, as Remix throws it', new Response(null, { status: 302 })],
  ];
}

export function connectionCases({ signing: { createFinAuth, FinAuthClosedError, FinAuthConfigError } }: Given): Case[] {
  const connect = (fetch: Fetch, more: FinAuthOptions = {}): FinAuth =>
    createFinAuth({
      baseUrl: 'https://finauth.example',
      credentials: { apiKey: 'key', apiSecret: 'canary-secret' },
      retry: { baseDelayMs: 0 },
      dangerouslyAllowBrowser: true,
      fetch,
      ...more,
    });
  const answers = (seen: (init: RequestInit) => void): Fetch => {
    return async (_url, init = {}) => {
      seen(init);
      return Response.json(answer);
    };
  };

  return [
    {
      name: 'a framework caches fetch',
      world: {
        seen: 'vercel/next.js 13 and 14 write what fetch answers to .next/cache; cloudflare/workerd#698, planetscale/database-js#102: the option that prevents it throws on Workers of old settings',
        right: 'no answer is cached: `cache: "no-store"` is said where this runtime knows it, and only there',
      },
      async run() {
        let init: RequestInit = {};
        await connect(answers((seen) => (init = seen))).getBizToken(input);
        equal(init.cache ?? null, 'cache' in Request.prototype ? 'no-store' : null);
        const { method = '', headers = {}, body = null, ...rest } = init;
        // This runtime takes it.
        void new Request('https://finauth.example', { method, headers, body, ...('cache' in rest && { cache: rest.cache! }) });
      },
    },
    ...steeringErrors().map(([what, thrown]): Case => ({
      name: `a framework steers its rendering by an error through fetch: ${what}`,
      world: {
        seen: 'vercel/next.js#43245 and #46737: an SDK that wraps or retries it makes a dynamic page static',
        right: 'the very same error comes through, after one attempt',
      },
      async run() {
        for (const fails of ['to be sent', 'to be read']) {
          let asked = 0;
          const fetch: Fetch = async () => {
            asked++;
            if (fails === 'to be sent') throw thrown;
            const broken = new ReadableStream({ start: (controller) => controller.error(thrown) });
            return new Response(broken);
          };
          const caught = await connect(fetch)
            .getBizToken(input)
            .then(
              () => undefined,
              (error: unknown) => error,
            );
          holds(caught === thrown, `it is the same where it fails ${fails}`);
          equal(asked, 1, 'the number of attempts');
        }
      },
    })),
    {
      name: 'a gateway refuses calls that do not say what makes them',
      world: {
        seen: 'kafkajs/confluent-schema-registry#194: AWS’s firewall refuses requests without one by default',
        right:
          'User-Agent is finauth-sdk/<version> and the product that was given; in a browser, where it is the browser’s to say, nothing is',
      },
      async run() {
        let init: RequestInit = {};
        await connect(
          answers((seen) => (init = seen)),
          { userAgent: 'my-bank/1.2' },
        ).getBizToken(input);
        const sent = new Headers(init.headers).get('user-agent');
        if (typeof document === 'undefined')
          holds(/^finauth-sdk\/\d+\.\d+\.\d+\S* my-bank\/1\.2$/.test(sent ?? ''), `"${sent}" names both`);
        else equal(sent, null);
      },
    },
    {
      name: 'a middleware sets a header of the body, in letters of its own',
      world: {
        seen: 'axios/axios#4576 and #7314: a Content-Type of one’s own takes the boundary away',
        right: 'a FinAuthConfigError that names the header, and nothing is sent',
      },
      async run() {
        let asked = 0;
        const finauth = connect(
          answers(() => asked++),
          { middleware: [(call, next) => next({ ...call, headers: { ...call.headers, 'Content-TYPE': 'multipart/form-data' } })] },
        );
        const { message } = await thrownBy(FinAuthConfigError, () => finauth.getBizToken(input));
        holds(message.includes('content-type'), `"${message}" names the header`);
        equal(asked, 0);
      },
    },
    {
      name: 'a given fetch has no web streams',
      world: {
        seen: 'node-fetch/node-fetch#1759, lquixada/cross-fetch#165, getsentry/sentry-javascript#13246: getReader is not a function',
        right: 'one token, minted once: what can be read is read',
      },
      async run() {
        let asked = 0;
        const bytes = new TextEncoder().encode(JSON.stringify(answer));
        const pieces = async function* (): AsyncGenerator<Uint8Array> {
          yield bytes.subarray(0, 3);
          yield bytes.subarray(3);
        };
        for (const shape of [() => ({ body: pieces() }), () => ({ arrayBuffer: async () => bytes.slice().buffer })]) {
          const fetch = (async () => {
            asked++;
            return { status: 200, headers: new Headers(), ...shape() };
          }) as unknown as Fetch;
          equal(await connect(fetch).getBizToken(input), answer);
        }
        equal(asked, 2);
      },
    },
    {
      name: 'a process is told to end in the middle of a call',
      world: {
        seen: 'scality/cloudserver#550, swift-server/async-http-client#130: closing kills what is under way, or leaves it hanging',
        right: 'close() lets the call end, refuses the next one with FinAuthClosedError, and ends by itself',
      },
      async run() {
        let asked = 0;
        let respond = (): void => {};
        const held = new Promise<void>((resolve) => (respond = resolve));
        const finauth = connect(async () => {
          asked++;
          await held;
          return Response.json(answer);
        });
        const call = finauth.getBizToken(input);
        const closing = finauth.close();
        await thrownBy(FinAuthClosedError, () => finauth.getBizToken(input));
        respond();
        equal(await call, answer);
        equal(asked, 1);
        await closing;
        holds(finauth.close() === closing, 'a second close is the first one');
      },
    },
  ];
}
