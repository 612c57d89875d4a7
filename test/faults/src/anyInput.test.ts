import { byteLimits, signatureScheme } from '@finauth-sdk/client';
import { FinAuthInputError, inspectSign, parseError } from '@finauth-sdk/signing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRig } from './createRig.ts';
import { refuses, succeeds } from './faults.ts';
import { outcomeOf } from './settle.ts';

const limit = byteLimits.getBizToken.uuid;

// As fast-check's own `binary`, which first spends half a second on tables, and halves of surrogate pairs too.
const codePoint = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));
const anyText = fc.string({ unit: codePoint, maxLength: 300 });
const colons = fc
  .array(fc.oneof(anyText, fc.constantFrom(':', ': ', ' : ', '::', 'INTERNAL_ERROR', 'AUTHORIZATION_ERROR', '__proto__')))
  .map((parts) => parts.join(''));

it('any string parses to a code and a detail', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, colons), (error) => {
      const { code, detail } = parseError(error);
      expect(code).toBe(code.trim());
      expect(code).not.toContain(':');
      expect(detail).not.toBe('');
      const [before, ...after] = error.split(':');
      expect(code).toBe(before!.trim());
      expect(detail ?? '').toBe(after.join(':').trim());
    }),
    { numRuns: 2_000 },
  );
});

it('any string that comes as `error` becomes an error of ours, as does any other JSON', async () => {
  const { finauth, server } = await createRig({ faults: [succeeds], retry: false });
  await fc.assert(
    fc.asyncProperty(fc.oneof(colons, fc.jsonValue()), fc.constantFrom(400, 403, 404, 429, 500, 503), async (error, status) => {
      server.play(refuses(status, error));
      const text = typeof error === 'string' && error.trim() !== '';
      await expect(finauth.getBizToken({ liveness_id: 'scene' })).rejects.toMatchObject({
        name: text ? 'FinAuthApiError' : 'FinAuthResponseError',
        status,
      });
    }),
    { numRuns: 300 },
  );
});

const traps: (keyof ProxyHandler<object>)[] = ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'];

/** Objects that do what none should. */
const odd: [string, () => unknown][] = [
  [
    'a throwing getter',
    () => ({
      get liveness_id(): string {
        throw new Error('not today');
      },
    }),
  ],
  [
    'a getter that throws no error',
    () => ({
      get liveness_id(): string {
        throw undefined as unknown as Error;
      },
    }),
  ],
  [
    'a getter that changes its mind',
    () => {
      let reads = 0;
      return {
        get liveness_id(): unknown {
          return reads++ === 0 ? 'scene' : 7;
        },
      };
    },
  ],
  ...traps.map((trap): [string, () => unknown] => [
    `a proxy that throws at ${trap}`,
    () =>
      new Proxy(
        { liveness_id: 'scene' },
        {
          [trap]: () => {
            throw new Error('no');
          },
        },
      ),
  ]),
  [
    'a revoked proxy',
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
  ],
  [
    'a revoked proxy of an array',
    () => {
      const { proxy, revoke } = Proxy.revocable([], {});
      revoke();
      return proxy;
    },
  ],
  [
    'a revoked proxy as a field',
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return { liveness_id: proxy };
    },
  ],
  [
    'a revoked proxy as a field that is not known',
    () => {
      const { proxy, revoke } = Proxy.revocable([], {});
      revoke();
      return { liveness_id: 'scene', extra: proxy };
    },
  ],
  [
    'an array whose items throw',
    () =>
      new Proxy([], {
        get: () => {
          throw new Error('no');
        },
      }),
  ],
  ['a symbol', () => Symbol('scene')],
  ['a field that is a symbol', () => ({ liveness_id: Symbol('scene') })],
  ['a field under a symbol', () => ({ liveness_id: 'scene', [Symbol('more')]: 1 })],
  ['a bigint', () => ({ liveness_id: 7n })],
  ['a boxed string', () => ({ liveness_id: new String('scene') })],
  ['an object that turns into a string', () => ({ liveness_id: { toString: () => 'scene' } })],
  ['half a surrogate pair', () => ({ liveness_id: 'scene-\uD83D' })],
  ['the other half', () => ({ liveness_id: 'scene', uuid: '\uDE00' })],
  ['a whole pair', () => ({ liveness_id: 'scene-\uD83D\uDE00' })],
  ['a name with half a pair', () => ({ liveness_id: 'scene', '\uD83D': 'x' })],
  ['a Map', () => new Map([['liveness_id', 'scene']])],
  ['inherited fields', () => Object.create({ liveness_id: 'scene' })],
  ['no prototype', () => Object.assign(Object.create(null), { liveness_id: 'scene' })],
  ['its own __proto__', () => JSON.parse('{"liveness_id":"scene","__proto__":{"uuid":"x"}}')],
  [
    'a circle',
    () => {
      const circle: Record<string, unknown> = { liveness_id: 'scene' };
      circle.self = circle;
      return circle;
    },
  ],
  ['a signature of its own', () => ({ liveness_id: 'scene', sign: 'forged', sign_version: 'none' })],
  ['line breaks', () => ({ liveness_id: 'a\nb', uuid: 'c\rd' })],
  ['line breaks as a form has them', () => ({ liveness_id: 'a\r\nb' })],
  ['a part of its own', () => ({ liveness_id: 'x"\r\n\r\n--boundary\r\nContent-Disposition: form-data; name="sign"\r\n\r\nforged' })],
  ['NUL', () => ({ liveness_id: '\0' })],
  ['as many bytes as there may be', () => ({ liveness_id: 'scene', uuid: '\u00E9'.repeat(limit / 2) })],
  ['a byte too many', () => ({ liveness_id: 'scene', uuid: `${'\u00E9'.repeat(limit / 2)}x` })],
  ['a million characters', () => ({ liveness_id: 'x'.repeat(1_000_000) })],
];

// fast-check asks each value that it holds whether it can be cloned, which these do not survive. They have tests of their own.
const heldByNobody = ['a revoked proxy', 'a revoked proxy of an array', 'a proxy that throws at has'];
const anyOdd = fc.constantFrom(...odd.filter(([what]) => !heldByNobody.includes(what))).map(([, make]) => make());
const anyField = fc.oneof({ weight: 4, arbitrary: anyText }, { weight: 1, arbitrary: fc.anything() }, { weight: 1, arbitrary: anyOdd });
const anyFields = fc.record({ liveness_id: anyField, uuid: fc.oneof(anyField, fc.constant(undefined)) }, { requiredKeys: [] });
const anything = fc.oneof(
  { weight: 5, arbitrary: anyFields },
  {
    weight: 2,
    arbitrary: fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
    }),
  },
  { weight: 1, arbitrary: anyOdd },
);

type Rig = Awaited<ReturnType<typeof createRig>>;

let usual: Promise<{ method: string; path: string }> | undefined;
/** Where a plain call goes, which test/contract holds against the spec: no input may lead a call elsewhere. */
async function whereCallsGo(): Promise<{ method: string; path: string }> {
  const { finauth, server } = await createRig({ faults: [succeeds] });
  await finauth.getBizToken({ liveness_id: 'scene' });
  const { method, path } = server.requests[0]!;
  return { method, path };
}

/** A FinAuthInputError and nothing sent, or one request that is well-formed and says what was given. Nothing else. Tells which of the two. */
async function expectInputErrorOrRequest({ finauth, server }: Rig, given: unknown): Promise<'refused' | 'sent'> {
  const before = server.requests.length;
  const outcome = await outcomeOf(finauth.getBizToken(given as { liveness_id: string }));
  const requests = server.requests.slice(before);
  if (!outcome.ok) {
    expect(outcome.error).toBeInstanceOf(FinAuthInputError);
    expect((outcome.error as FinAuthInputError).issues).not.toEqual([]);
    expect(requests).toEqual([]);
    return 'refused';
  }
  expect(requests).toHaveLength(1);
  const { method, path, fields } = requests[0]!;
  expect({ method, path }).toEqual(await (usual ??= whereCallsGo()));
  const { sign, sign_version, ...rest } = Object.fromEntries(fields);
  expect(inspectSign(sign!).apiKey).toBe('canary-key');
  expect(sign_version).toBe(signatureScheme.algorithm);
  expect(Object.keys(rest).every((name) => name === 'liveness_id' || name === 'uuid')).toBe(true);
  expect(rest.liveness_id).not.toBe('');
  expect(Buffer.byteLength(rest.uuid ?? '')).toBeLessThanOrEqual(limit);
  // A getter may answer otherwise to each who asks; what other objects say, they say again.
  if (Object.values(Object.getOwnPropertyDescriptors(given as object)).some(({ get }) => get !== undefined)) return 'sent';
  expect(rest).toEqual(Object.fromEntries(Object.entries(given as object).filter(([, value]) => value !== undefined)));
  return 'sent';
}

it.each(odd)('an input with %s is refused as input, or sent as it is', async (_what, make) => {
  await expectInputErrorOrRequest(await createRig({ faults: [succeeds] }), make());
});

it('any input at all is refused as input, or sent as it is', async () => {
  const rig = await createRig({ faults: [succeeds] });
  const came = { refused: 0, sent: 0 };
  await fc.assert(
    fc.asyncProperty(anything, async (given) => void came[await expectInputErrorOrRequest(rig, given)]++),
    { numRuns: 1_500 },
  );
  expect(Math.min(came.refused, came.sent)).toBeGreaterThan(100);
});

it('any headers at all are refused as input, or sent as they are', async () => {
  const { finauth, server } = await createRig({ faults: [succeeds] });
  const names = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[Xx]-[A-Za-z\d]{1,8}$/),
    fc.constantFrom(
      'X-Trace',
      'Expect',
      'Upgrade',
      'Keep-Alive',
      'Connection',
      'Host',
      'Content-Length',
      'TE',
      'Trailer',
      'Cookie',
      'Via',
      'Date',
      '__proto__',
    ),
  );
  const values = fc.oneof({ weight: 8, arbitrary: fc.string() }, anyText, fc.anything());
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.dictionary(names, values, { maxKeys: 3 }), async (headers) => {
      const before = server.requests.length;
      const outcome = await outcomeOf(finauth.getBizToken({ liveness_id: 'scene' }, { headers: headers as Record<string, string> }));
      const requests = server.requests.slice(before);
      if (!outcome.ok) {
        expect(outcome.error).toBeInstanceOf(FinAuthInputError);
        expect(requests).toEqual([]);
        return;
      }
      expect(requests).toHaveLength(1);
      // As the platform reads them: names in small letters, no blanks around a value.
      for (const [name, value] of new Headers(headers as Record<string, string>)) {
        expect(requests[0]!.headers.get(name), name).toBe(value);
        compared++;
      }
    }),
    { numRuns: 500 },
  );
  // Were all of them refused, nothing would have been compared.
  expect(compared).toBeGreaterThan(50);
});
