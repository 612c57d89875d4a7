import { createFinAuth, createSigner, FinAuthConfigError, FinAuthError, type FinAuthEvent, inspectSign } from '@finauth-sdk/signing';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { everythingOf } from './canaries.ts';
import { carried, carriedInOne } from './carried.ts';
import { createRig, credentials, input } from './createRig.ts';
import { answers, goodAnswer, refuses, writes } from './faults.ts';
import { createFaultServer, type Fault, type ReceivedRequest } from './faultServer.ts';
import { openTransport } from './openTransport.ts';
import { outcomeOf } from './settle.ts';
import { transformations } from './transformations.ts';

/** Where a server can put what it has got. */
const places: Readonly<Record<string, (said: string) => Fault>> = {
  'the code': (said) => refuses(403, said.replaceAll(':', ';')),
  'the detail': (said) => refuses(403, `AUTHORIZATION_ERROR: ${said}`),
  'a sentence': (said) => refuses(400, `BAD_ARGUMENTS: expected ${said}, and got something else`),
  'the ID of a failure': (said) => answers(403, { error: 'AUTHENTICATION_ERROR', request_id: said }),
  'the ID of a success': (said) => answers(200, { ...goodAnswer, request_id: said }),
  'an error within a success': (said) => answers(200, { ...goodAnswer, error: said }),
  'a page': (said) => answers(502, `<html><title>${said}</title></html>`, { 'content-type': 'text/html' }),
  'a text': (said) => answers(404, said),
  'the status line': (said) => writes(`HTTP/1.1 200${said.replaceAll(/[\r\n]/g, ' ')}\r\n\r\n`),
};

const TELLING = 12;
const oftener = process.env['FINAUTH_FUZZ'] !== undefined;
const seed = oftener ? Date.now() : 20;
const onFetch = process.env['FAULTS_TRANSPORT'] === 'fetch';

/** What an error or an event has of somebody else's words. */
function foreignOf(from: unknown, depth = 0): string {
  if (typeof from !== 'object' || from === null || depth > 5) return '';
  const { name, message, code, detail, requestId, excerpt, cause } = from as Record<string, unknown>;
  return [depth > 0 && name, depth > 0 && message, code, detail, requestId, excerpt, foreignOf(cause, depth + 1)]
    .filter(Boolean)
    .join('\n');
}

/** Fails where what came out of a call brings twelve characters of what was written into it. */
function expectNothingCarried(out: readonly unknown[], written: string, length: number, where: string): void {
  const shown = [...new Set(out.map((each) => foreignOf(each)))].join('\n');
  const all = out.map(everythingOf).join('\n');
  expect(carried(shown, written, length), `${where}: ${written}\n${shown}`).toBeLessThan(TELLING);
  expect(carriedInOne(all, written, length), `${where}: ${written}\n${all}`).toBeLessThan(TELLING);
}

/** Bytes that are no text say nothing as one. */
const isNoText = (written: string): boolean => [...written].some((sign) => !/[\t-\r -~\u0100-\u{10ffff}]/u.test(sign));

// By chance alone: fast-check likes strings such as "propertyIsEnumerable", which are no secrets.
const secret = fc
  .noShrink(
    fc.noBias(
      fc.array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/'), {
        minLength: 20,
        maxLength: 40,
        size: 'max',
      }),
    ),
  )
  .map((signs) => signs.join(''));

const kinds = ['secret', 'signature', 'digest', 'key'] as const;

it(`of ${Object.keys(transformations).length} ways to write it down, none brings a piece of a secret back to a reader`, async () => {
  expect(Object.keys(transformations).length).toBeGreaterThanOrEqual(30);
  let render: (request: ReceivedRequest) => Fault = () => answers(200, goodAnswer);
  const server = await createFaultServer({ faults: [(socket, request) => render(request)(socket, request)] });
  const { options, close } = openTransport();
  onTestFinished(async () => void (await Promise.all([server.close(), close()])));
  const [apiKey, apiSecret] = fc.sample(secret, { numRuns: 2, seed }) as [string, string];
  const events: FinAuthEvent[] = [];
  // The same signatures in every run.
  let random = 4_000_000_000;
  const finauth = createFinAuth({
    baseUrl: server.url,
    credentials: { apiKey, apiSecret },
    retry: false,
    now: () => 1_800_000_000_000,
    random: () => random++,
    onEvent: (event) => events.push(event),
    ...options,
  });
  // Every way in every place, of each kind of secret in turn: all of them in all places are tried beside the code.
  let turn = 0;
  for (const [how, write] of Object.entries(transformations)) {
    for (const [where, place] of Object.entries(places)) {
      const what = kinds[turn++ % kinds.length]!;
      // What an answer holds is read in one place, whatever brought it. What a transport says of a broken one is its own.
      if (!onFetch && !oftener && where !== 'the status line' && turn % 5 > 0) continue;
      let written = '';
      let length = 0;
      render = ({ sign }) => {
        const { digest } = inspectSign(sign!);
        const bytes = Buffer.from({ secret: apiSecret, key: apiKey, signature: sign!, digest: Buffer.from(digest) }[what]);
        // The digest counts as what it is as Base64.
        length = what === 'digest' ? 28 : bytes.length;
        return place((written = write(bytes)));
      };
      events.length = 0;
      const outcome = await finauth.getBizToken({ liveness_id: 'scene' }).catch((error: unknown) => error);
      if (what === 'digest' && isNoText(written)) continue;
      // What a good answer holds is the caller's own.
      const out = [outcome instanceof Error ? outcome : undefined, ...events];
      expectNothingCarried(out, written, length, `the ${what}, ${how}, in ${where}`);
    }
  }
}, 180_000);

/** Where what was thrown by a fetch, an agent or a proxy can have it. */
const thrownPlaces: Readonly<Record<string, (said: string) => unknown>> = {
  'a text': (said) => said,
  'the message': (said) => new Error(`connect failed: ${said}`),
  'the name': (said) => Object.assign(new Error('sealed'), { name: said }),
  'the name of a class': (said) => Object.assign(new Error('sealed'), { name: `${said}Error` }),
  'the code': (said) => Object.assign(new Error('sealed'), { code: said }),
  'a code of a family': (said) => Object.assign(new Error('sealed'), { code: `ERR_TLS_${said.toUpperCase()}` }),
  'the status': (said) => Object.assign(new Error('sealed'), { status: said, statusText: said }),
  'the cause': (said) => new TypeError('fetch failed', { cause: new Error(said, { cause: said }) }),
  "the cause's code": (said) => new TypeError('fetch failed', { cause: { code: said, errno: said, reason: said } }),
  'one of several errors': (said) => new AggregateError([new Error(said), said], said),
  'a mistake in code': (said) => new TypeError(`${said} is not a function`),
  // As mocks and remote objects are. Not for its `then`, or nothing would ever come of it.
  'whatever is asked of it': (said) => new Proxy({}, { get: (_target, name) => (name === 'then' ? undefined : said) }),
};

const thrownBy = {
  fetch: (thrown: unknown) => ({ fetch: async () => Promise.reject(thrown) }),
  'a body': (thrown: unknown) => ({
    fetch: async () => new Response(new ReadableStream({ pull: (controller) => controller.error(thrown) })),
  }),
  'a provider of credentials': (thrown: unknown) => ({ credentials: async () => Promise.reject(thrown) }),
} as const;

// These have a fetch of their own.
it.runIf(onFetch)(
  'nor does what is thrown',
  async () => {
    const [apiKey, apiSecret] = fc.sample(secret, { numRuns: 2, seed }) as [string, string];
    const sign = createSigner({ apiKey, apiSecret }, { random: () => 7 }).sign(1_800_000_000);
    const secrets = {
      secret: Buffer.from(apiSecret),
      key: Buffer.from(apiKey),
      signature: Buffer.from(sign),
      digest: Buffer.from(inspectSign(sign).digest),
    };
    let turn = 0;
    for (const [how, write] of Object.entries(transformations))
      for (const [where, place] of Object.entries(thrownPlaces)) {
        const what = kinds[turn++ % kinds.length]!;
        const written = write(secrets[what]);
        if (what === 'digest' && isNoText(written)) continue;
        for (const [by, options] of Object.entries(thrownBy)) {
          const events: FinAuthEvent[] = [];
          const finauth = createFinAuth({
            region: 'sgp',
            credentials: { apiKey, apiSecret },
            retry: false,
            now: () => 1_800_000_000_000,
            random: () => 7,
            onEvent: (event) => events.push(event),
            ...options(place(written)),
          });
          const error = await finauth.getBizToken({ liveness_id: 'scene' }).catch((thrown: unknown) => thrown);
          expect(error).toBeInstanceOf(FinAuthError);
          // In the message of an error of the set-up there is what was thrown, if it is anywhere.
          const message = error instanceof FinAuthConfigError ? [{ excerpt: error.message.split('failed with')[1] }] : [];
          expectNothingCarried(
            [error, ...message, ...events],
            written,
            what === 'digest' ? 28 : secrets[what].length,
            `the ${what}, ${how}, in ${where}, by ${by}`,
          );
        }
      }
  },
  180_000,
);

// Four numbers and words as short as are shown elsewhere: who logged in, what was asked for, and a token of OAuth's.
const url = 'https://4711:err@proxy.example/v1/tokens?pin=4712&otp=4713&name=brand#access=4714';
const withheld = /471\d|brand|\berr\b/;

it.each(Object.entries(places))('of a URL in %s neither login nor query nor fragment is shown', async (_where, place) => {
  const { finauth, events, settle } = await createRig({ faults: [place(`upstream ${url} failed`)], retry: false });
  const outcome = await settle(finauth.getBizToken(input));
  // Not their stacks, which have numbers of lines.
  expect([outcome.ok ? undefined : outcome.error, ...events].map((cause) => foreignOf({ cause })).join('\n')).not.toMatch(withheld);
});

it.runIf(onFetch).each(Object.entries(thrownPlaces))('nor of one that is thrown, in %s', async (_where, place) => {
  for (const options of Object.values(thrownBy)) {
    const finauth = createFinAuth({ region: 'sgp', credentials, retry: false, ...options(place(url)) });
    const error: unknown = await finauth.getBizToken(input).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FinAuthError);
    expect(foreignOf({ cause: error })).not.toMatch(withheld);
  }
});

it('a token that holds the secret is none', async () => {
  const { finauth } = await createRig({ faults: [answers(200, { ...goodAnswer, biz_token: `token-${credentials.apiSecret}` })] });
  const outcome = await outcomeOf(finauth.getBizToken(input));
  expect(outcome).toMatchObject({
    ok: false,
    error: { name: 'FinAuthResponseError', message: expect.stringContaining('repeats a secret') },
  });
});
