import { createFinAuth, type FinAuthOptions } from '@finauth-sdk/signing';
import crossFetch from 'cross-fetch';
import { Readable } from 'node:stream';
import nodeFetch2 from 'node-fetch-2';
import nodeFetch3 from 'node-fetch-3';
import { fetch as undiciFetch } from 'undici';
import { describe, expect, it } from 'vitest';
import { createRig, credentials, input, until } from './createRig.ts';
import { floods, goodAnswer, refuses, succeeds, writesAndResets } from './faults.ts';
import { transportName } from './openTransport.ts';
import { outcomeOf } from './settle.ts';

type Fetch = NonNullable<FinAuthOptions['fetch']>;

// What users put in place of the runtime's, as it comes from npm.
const packages: [string, unknown][] = [
  ['node-fetch 2', nodeFetch2],
  ['node-fetch 3', nodeFetch3],
  ['cross-fetch 4', crossFetch],
  ['undici', undiciFetch],
];

describe.runIf(transportName() === 'fetch')('a fetch that was given', () => {
  describe.each(packages)('%s', (_name, given) => {
    const fetch = given as Fetch;

    it('mints one token a call', async () => {
      const { finauth, server } = await createRig({ faults: [succeeds], fetch });
      await expect(finauth.getBizToken(input)).resolves.toEqual(goodAnswer);
      expect(server.requests).toHaveLength(1);
    });

    it('gives the error of the API, with its Retry-After', async () => {
      const { finauth } = await createRig({ faults: [refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': '50' })], fetch });
      expect(await outcomeOf(finauth.getBizToken(input))).toMatchObject({
        ok: false,
        error: { code: 'CONCURRENCY_LIMIT_EXCEEDED', retryAfterMs: 50_000 },
      });
    });

    it('is read no further than is wanted', async () => {
      const { finauth, server } = await createRig({ faults: [floods('HTTP/1.1 200 OK\r\n\r\n', Buffer.alloc(0x4000, ' '))], fetch });
      expect(await outcomeOf(finauth.getBizToken(input))).toMatchObject({
        ok: false,
        error: { name: 'FinAuthResponseError', message: expect.stringContaining('maxResponseBytes') as string },
      });
      await until(() => server.openSockets() === 0);
    });

    it('has lost the connection where it is lost within the body, and tries again', async () => {
      const lost = writesAndResets('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"biz');
      const rig = await createRig({ faults: [lost, succeeds], fetch });
      expect(await rig.settle(rig.finauth.getBizToken(input))).toMatchObject({ ok: true });
      expect(rig.server.requests).toHaveLength(2);
    });
  });

  const json = JSON.stringify(goodAnswer);
  const bytes = new TextEncoder().encode(json);
  const stub = (body: object): Fetch => (async () => ({ status: 200, headers: new Headers(), ...body })) as unknown as Fetch;
  const clientOf = (fetch: Fetch, more: FinAuthOptions = {}): ReturnType<typeof createFinAuth> =>
    createFinAuth({ baseUrl: 'http://127.0.0.1:9', credentials, fetch, retry: { baseDelayMs: 1 }, ...more });

  it.each<[string, () => object]>([
    ['a Response', () => new Response(json)],
    ['a stream of Node’s', () => ({ body: Readable.from([Buffer.from(bytes.subarray(0, 5)), Buffer.from(bytes.subarray(5))]) })],
    ['a stream of Node’s that gives text', () => ({ body: Readable.from([json.slice(0, 7), json.slice(7)]).setEncoding('utf8') })],
    [
      'an async iterable',
      () => ({
        body: (async function* () {
          yield bytes;
        })(),
      }),
    ],
    ['a list of pieces', () => ({ body: [bytes.subarray(0, 9), bytes.subarray(9)] })],
    ['an ArrayBuffer', () => ({ body: bytes.slice().buffer })],
    ['text', () => ({ body: json })],
    ['a Blob', () => ({ body: new Blob([json]) })],
    ['no body, and arrayBuffer()', () => ({ arrayBuffer: async () => bytes.slice().buffer })],
    ['no body, and text()', () => ({ text: async () => json })],
    ['no body, and blob()', () => ({ blob: async () => new Blob([json]) })],
    ['a body of null, and text()', () => ({ body: null, text: async () => json })],
    ['headers that are a plain object', () => ({ headers: { 'content-type': 'application/json' }, body: json })],
    ['no headers', () => ({ headers: undefined, body: json })],
    ['text of one character a piece, with one of four bytes among them', () => ({ body: Readable.from([...json]) })],
  ])('may answer with %s', async (_what, make) => {
    const given = make();
    const fetch = given instanceof Response ? async () => given : stub(given);
    await expect(clientOf(fetch).getBizToken(input)).resolves.toEqual(goodAnswer);
  });

  it.each<[string, () => object, RegExp]>([
    ['a body that nobody can read', () => ({ body: {} }), /stream.*text\(\)/],
    ['neither a body nor a way to have it', () => ({}), /new Response/],
    ['a body of objects', () => ({ body: Readable.from([{ a: 1 }]) }), /holds an object/],
    ['a body of numbers', () => ({ body: [1, 2] }), /holds a number/],
    ['a body that was read before', () => ({ body: new Response(json).body, bodyUsed: true }), /clone/],
    ['no status', () => ({ status: undefined, body: json }), /status/],
    ['headers that are none', () => ({ headers: { 'not a name': 'x' }, body: json }), /headers/],
    [
      'a stream with a mistake in it',
      () => ({ body: { getReader: () => ({ read: async () => (undefined as unknown as { a(): void }).a(), cancel: async () => {} }) } }),
      /TypeError: cannot read/,
    ],
    [
      'an iterable with a mistake in it',
      () => ({
        body: (async function* () {
          yield (undefined as unknown as { a: Uint8Array }).a;
        })(),
      }),
      /TypeError: cannot read/,
    ],
    ['text() with a mistake in it', () => ({ text: async () => (null as unknown as () => string)() }), /TypeError: .*is not a function/],
  ])('is told what is wrong with %s, once', async (_what, make, says) => {
    let asked = 0;
    const fetch: Fetch = (...args) => {
      asked++;
      return stub(make())(...args);
    };
    expect(await outcomeOf(clientOf(fetch).getBizToken(input))).toMatchObject({
      ok: false,
      error: { code: 'ERR_CONFIG', message: expect.stringMatching(/option fetch/) as string },
    });
    await expect(clientOf(fetch).getBizToken(input)).rejects.toThrow(says);
    expect(asked).toBe(2);
  });

  it.each<[string, unknown]>([
    ['undefined, as a stub without an answer does', undefined],
    ['null', null],
    ['text', 'ok'],
  ])('is told that it returned %s', async (_what, answer) => {
    await expect(clientOf((async () => answer) as unknown as Fetch).getBizToken(input)).rejects.toMatchObject({
      code: 'ERR_CONFIG',
      message: expect.stringMatching(/option fetch must return a Response/) as string,
    });
  });

  it('is told that somebody else reads its body', async () => {
    const response = new Response(json);
    response.body!.getReader();
    await expect(clientOf(async () => response).getBizToken(input)).rejects.toMatchObject({
      code: 'ERR_CONFIG',
      message: expect.stringContaining('clone') as string,
    });
  });

  it.each<[string, () => object]>([
    ['arrayBuffer()', () => ({ arrayBuffer: async () => new ArrayBuffer(2_000) })],
    ['text', () => ({ body: ' '.repeat(2_000) })],
    [
      'an iterable without end',
      () => ({
        body: (function* () {
          for (;;) yield ' ';
        })(),
      }),
    ],
  ])('is bounded: %s', async (_what, make) => {
    expect(await outcomeOf(clientOf(stub(make()), { maxResponseBytes: 1_000 }).getBizToken(input))).toMatchObject({
      ok: false,
      error: { name: 'FinAuthResponseError' },
    });
  });

  it.each<[string, () => unknown]>([
    ['returns nothing', () => undefined],
    [
      'throws',
      () => {
        throw new Error('cancelled already');
      },
    ],
  ])('has a stream whose cancel() %s, and is bounded all the same', async (_what, cancel) => {
    const read = async (): Promise<object> => ({ done: false, value: new Uint8Array(2_000) });
    const body = { getReader: () => ({ read, cancel }), cancel };
    expect(await outcomeOf(clientOf(stub({ body }), { maxResponseBytes: 1_000 }).getBizToken(input))).toMatchObject({
      ok: false,
      error: { name: 'FinAuthResponseError', message: expect.stringContaining('maxResponseBytes') as string },
    });
  });

  it('says that it is the network where it is, whatever the words', async () => {
    for (const message of [
      'fetch failed',
      'Failed to fetch',
      'Load failed',
      'terminated',
      'NetworkError when attempting to fetch resource.',
      'network error',
    ]) {
      const fetch: Fetch = () => Promise.reject(new TypeError(message));
      expect(await outcomeOf(clientOf(fetch).getBizToken(input))).toMatchObject({
        ok: false,
        error: { code: 'ERR_CONNECTION', attempts: 3 },
      });
    }
  });
});
