import { signatureScheme } from '@finauth-sdk/client';
import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HASH, OTHER_HASH } from '../testing/hash.ts';
import { rawOf } from '../testing/rawOf.ts';
import { runFinauth } from '../testing/runFinauth.ts';
import { type ExplainContext, explainSign, type Explanation } from './explainSign.ts';
import { type MistakeId, mistakes } from './mistakes.ts';
import { explanationJson } from './printExplanation.ts';

const { fields, parameters, randomMaxDigits } = signatureScheme;
// Made with Node's own crypto, step by step, and with none of our signing code.
const key = 'example-key';
const secret = 'example-secret';
const now = 1_800_000_010;
const longest = '1234567890'.repeat(randomMaxDigits).slice(0, randomMaxDigits);
const raw = rawOf({ random: longest });
const hmac = (text: string | Buffer, by: string | Buffer = secret, hash = HASH): Buffer => createHmac(hash, by).update(text).digest();
const join = (...parts: (string | Buffer)[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const base64 = (...parts: (string | Buffer)[]): string => join(...parts).toString('base64');
const signed = (text: string): string => base64(hmac(text), text);
const good = signed(raw);
// One whose Base64 has both characters that the alphabets differ in.
const rich = [...Array(500).keys()].map((random) => signed(rawOf({ random }))).find((sign) => sign.includes('+') && sign.includes('/'))!;

// A digest, and a raw string whose values have one character each.
const shortest = hmac(raw).length + rawOf({ expireTime: 0, currentTime: 0, random: 0, apiKey: 0 }).length;

const plusFirst = [...Array(500).keys()].map((random) => signed(rawOf({ random }))).find((sign) => /^\+[^+]+$/.test(sign))!;

const faulty: [what: string, sign: string, names: MistakeId[]][] = [
  ['percent-encoded', encodeURIComponent(rich), ['percent-encoded']],
  ['percent-encoded twice', encodeURIComponent(encodeURIComponent(rich)), ['percent-encoded']],
  ['a plus decoded to a space', rich.replaceAll('+', ' '), ['space-for-plus']],
  ['the URL-safe alphabet', Buffer.from(rich, 'base64').toString('base64url'), ['url-safe-alphabet']],
  [
    'the URL-safe alphabet, and a minus first',
    join(Buffer.from([0xf8]), hmac(raw).subarray(1), raw).toString('base64url'),
    ['url-safe-alphabet', 'other-secret'],
  ],
  ['Base64 in lines', good.replaceAll(/(.{64})/g, '$1\n'), ['line-breaks']],
  ['a line break behind it', `${good}\n\n`, ['line-breaks']],
  ['a line break before it', `\r\n${good}`, ['line-breaks']],
  ['blanks behind it', `${good}  `, ['surrounding-white-space']],
  ['a blank before it', ` ${good}`, ['surrounding-white-space']],
  ['a tab and a line break around it', `\t${good}\r\n\r\n`, ['line-breaks', 'surrounding-white-space']],
  ['a plus at the beginning decoded to a space', plusFirst.replace('+', ' '), ['space-for-plus']],
  ['a JSON string', rich.replaceAll('/', '\\/'), ['json-escaped']],
  ['quotes around it', `"${good}"`, ['wrapped']],
  ['the name before it', `${fields.sign}=${good}`, ['wrapped']],
  ['no padding', base64(hmac(rawOf({ random: 12 })), rawOf({ random: 12 })).replace(/=+$/, ''), ['wrong-padding']],
  [
    'cut off in the middle of the raw string',
    base64(hmac(raw), rawOf({ expireTime: 18, currentTime: undefined, random: undefined })),
    ['missing-field'],
  ],
  ['cut off at a length no Base64 has', good.slice(0, -3), ['cut-off']],
  ['other alphabet altogether', `${good.slice(0, 10)}*${good.slice(11)}`, ['not-base64']],
  ['not encoded, hex digest', hmac(raw).toString('hex') + raw, ['not-encoded', 'hex-digest']],
  ['digest alone in Base64', hmac(raw).toString('base64') + raw, ['not-encoded']],
  ['the two encoded apart', hmac(raw).toString('base64') + Buffer.from(raw).toString('base64'), ['encoded-in-parts']],
  ['Base64 twice', base64(good), ['encoded-twice']],
  ['all in hex', join(hmac(raw), raw).toString('hex'), ['hex-for-base64']],
  ['no digest', base64(raw), ['missing-digest']],
  ['a hex digest', base64(hmac(raw).toString('hex'), raw), ['hex-digest']],
  ['a hex digest in capitals', base64(hmac(raw).toString('hex').toUpperCase(), raw), ['hex-digest']],
  ['a hex digest only', hmac(raw).toString('hex'), ['missing-raw', 'hex-digest']],
  ['a Base64 digest only', hmac(raw).toString('base64'), ['missing-raw']],
  ['a Base64 digest inside', base64(hmac(raw).toString('base64'), raw), ['base64-digest']],
  ['a digest that became UTF-8', base64(hmac(raw).toString('latin1'), raw), ['digest-as-text']],
  ['a digest that was read as UTF-8', base64(hmac(raw).toString('utf8'), raw), ['digest-as-text']],
  ['the digest behind', base64(raw, hmac(raw)), ['digest-after-raw']],
  ['another hash', base64(hmac(raw, secret, OTHER_HASH), raw), ['wrong-digest']],
  ['another hash in hex', base64(hmac(raw, secret, OTHER_HASH).toString('hex'), raw), ['wrong-digest', 'hex-digest']],
  ['MD5', base64(hmac(raw, secret, 'md5'), raw), ['wrong-digest']],
  [
    'MD5, and a key of one letter',
    base64(hmac(rawOf({ random: 1, apiKey: 'k' }), secret, 'md5'), rawOf({ random: 1, apiKey: 'k' })),
    ['wrong-digest', 'other-key'],
  ],
  ['an API key alone', 'sK3y_Abc-123def456GHI', ['no-signature']],
  ['a secret of hex digits alone', '0123456789abcdef0123456789abcdef', ['no-signature']],
  ['cut off in the middle of the digest', good.slice(0, 20), ['no-signature']],
  ['a digest over the Base64 of the raw string', base64(hmac(Buffer.from(raw).toString('base64')), raw), ['base64-digested']],
  ['a percent-encoded raw string', signed(encodeURIComponent(raw)), ['raw-percent-encoded']],
  ['echo without -n', signed(`${raw}\n`), ['white-space']],
  ['no random', signed(rawOf({ random: undefined })), ['missing-field']],
  ['long names', signed(`api_key=${key}&expire_time=1800000100&current_time=1800000000&random=12`), ['wrong-names']],
  ['the expiry behind the time it was made', signed(raw.replace(/^([^&]+)&([^&]+)&([^&]+)/, '$1&$3&$2')), ['fields-out-of-order']],
  ['the expiry before the time it was made', signed(rawOf({ expireTime: 1_800_000_000, currentTime: 1_800_000_100 })), ['times-swapped']],
  ['milliseconds', signed(rawOf({ expireTime: 1_800_000_100_000, currentTime: 1_800_000_000_000 })), ['milliseconds']],
  ['milliseconds in one time', signed(rawOf({ expireTime: 1_800_000_100_000 })), ['milliseconds']],
  ['microseconds', signed(rawOf({ expireTime: 1_800_000_100_000_000, currentTime: 1_800_000_000_000_000 })), ['milliseconds']],
  ['a fraction', signed(rawOf({ expireTime: 1_800_000_100, currentTime: '1800000000.123' })), ['fraction-of-seconds']],
  ['a duration for the expiry', signed(rawOf({ expireTime: 100 })), ['duration-for-expiry']],
  ['an hour in milliseconds for the expiry', signed(rawOf({ expireTime: 3_600_000 })), ['duration-for-expiry']],
  ['no window', signed(rawOf({ expireTime: 1_800_000_000 })), ['no-window']],
  ['a window of ten years', signed(rawOf({ expireTime: 2_115_360_000 })), ['long-window']],
  ['local time for UTC', signed(rawOf({ expireTime: 1_800_028_900, currentTime: 1_800_028_800 })), ['clock-ahead']],
  ['two minutes and a second ahead', signed(rawOf({ expireTime: now + 221, currentTime: now + 121 })), ['clock-ahead']],
  ['an ISO date', signed(rawOf({ expireTime: '2027-01-15T08:01:40Z', currentTime: '2027-01-15T08:00:00Z' })), ['time-not-a-number']],
  ['a random with a digit too many', signed(rawOf({ random: `${longest}9` })), ['random-too-long']],
  ['a negative random', signed(rawOf({ random: -12 })), ['random-negative']],
  ['a random with a fraction', signed(rawOf({ random: 0.123 })), ['random-not-a-number']],
  ['a UUID for random', signed(rawOf({ random: '9b2d6d1e-1f5c-4d2a-8c35-0d5e6a1b2c3d' })), ['random-not-a-number']],
  ['no key', signed(rawOf({ apiKey: '' })), ['empty-key']],
  ['an undefined key', signed(rawOf({ apiKey: 'undefined' })), ['empty-key']],
  ['a field too many', signed(`${raw}&other=5`), ['raw-form']],
  ['another secret', base64(hmac(raw, 'other'), raw), ['other-secret']],
  ['another text', base64(hmac(rawOf({ expireTime: 1_800_000_101 })), raw), ['other-secret']],
  ['a line break in the secret', base64(hmac(raw, `${secret}\n`), raw), ['secret-white-space']],
  ['a line break digested', base64(hmac(`${raw}\n`), raw), ['newline-digested']],
  ['key and message swapped', base64(hmac(secret, raw), raw), ['key-and-message-swapped']],
  ['the key for the secret', base64(hmac(raw, key), raw), ['api-key-for-secret']],
  [
    'a plain hash',
    base64(
      createHash(HASH)
        .update(raw + secret)
        .digest(),
      raw,
    ),
    ['hash-without-key'],
  ],
  ['a decoded secret', base64(hmac(raw, Buffer.from(secret, 'base64')), raw), ['secret-decoded']],
  ['the secret in it', signed(rawOf({ apiKey: secret })), ['secret-in-signature', 'other-key']],
  ['another key', signed(rawOf({ apiKey: 'other-key' })), ['other-key']],
  [
    'hex digest, milliseconds and a long random',
    base64(
      hmac(rawOf({ expireTime: 1_800_000_100_000, currentTime: 1_800_000_000_000, random: `${longest}9` })).toString('hex'),
      rawOf({ expireTime: 1_800_000_100_000, currentTime: 1_800_000_000_000, random: `${longest}9` }),
    ),
    ['hex-digest', 'milliseconds', 'random-too-long'],
  ],
];

const explained = (sign: string, context: Partial<ExplainContext> = {}): Explanation =>
  explainSign(sign, { nowMs: now * 1000, secret, apiKey: key, ...context });
const mistakesIn = (json: object) => (json as { mistakes: { id: MistakeId; remedy: string }[] }).mistakes;
const idsOf = ({ found }: Explanation): MistakeId[] => found.map(({ id }) => id);

describe('an explanation', () => {
  it.each(faulty)('has the mistake, and what to do: %s', (_what, sign, names) => {
    const said = mistakesIn(explanationJson(explained(sign), now * 1000));
    expect(said.map(({ id }) => id).sort()).toEqual(names.toSorted());
    for (const { id, remedy } of said) expect(remedy).toBe(mistakes[id].remedy);
  });

  it.each<[what: string, sign: string, names: MistakeId[]]>([
    ['a time with more zeros before it than FinAuth reads', signed(rawOf({ expireTime: '0001800000100' })), ['raw-form']],
    ['a single character', 'A', ['no-signature']],
    ['a byte less than the shortest signature', base64(Buffer.alloc(shortest - 1, 0xff)), ['no-signature']],
    ['as many bytes as the shortest signature', base64(Buffer.alloc(shortest, 0xff)), ['missing-raw']],
    [
      'a hex digest only, cut off, in Base64',
      base64(
        hmac(raw)
          .toString('hex')
          .slice(0, hmac(raw).length - 2),
      ),
      ['missing-raw', 'hex-digest'],
    ],
  ])('tells fragments apart: %s', (_what, sign, names) => {
    expect(idsOf(explained(sign))).toEqual(names);
  });

  it.each(['never', '1800000100.5', '0001800000100'])('has no expiry where FinAuth cannot read it: %s', (expiry) => {
    expect(explained(signed(rawOf({ expireTime: expiry })))).toMatchObject({
      wellFormed: false,
      expireTime: undefined,
      expired: undefined,
    });
  });

  it('has all that can be told of a signature that is right', () => {
    expect(explained(good)).toEqual({
      length: good.length,
      wellFormed: true,
      digest: hmac(raw),
      fields: { apiKey: key, expireTime: '1800000100', currentTime: '1800000000', random: longest },
      expireTime: 1_800_000_100,
      currentTime: 1_800_000_000,
      singleUse: false,
      expired: false,
      fitsSecret: true,
      found: [],
    });
  });

  it('has no fields where there is no raw string', () => {
    const explanation = explained('*');
    expect(explanation).toEqual({
      length: 1,
      wellFormed: false,
      fields: {},
      singleUse: false,
      found: [expect.objectContaining({ id: 'not-base64' })],
    });
  });

  it.each<[what: string, sign: string, seen: string]>([
    ['a text that is too short, by its length without white space', ' abcd\n', 'it has 4 characters, and no raw string'],
    ['an empty text', '', 'it is empty'],
    ['bytes that are no text', Buffer.alloc(90, 0xff).toString('base64'), 'its 90 bytes contain no raw string'],
    ['a digest behind the raw string', base64(raw, hmac(raw)), `${hmac(raw).length} bytes follow it`],
    ['the secret', signed(rawOf({ apiKey: secret })), 'the raw string contains it'],
    ['another key', signed(rawOf({ apiKey: 'other' })), 'the API keys are not the same'],
  ])('says what was seen: %s', (_what, sign, seen) => {
    expect(explained(sign).found.map((one) => one.seen)).toContain(seen);
  });

  it.each<[what: string, nowMs: number, expired: boolean]>([
    ['before its last second', 1_800_000_099_000, false],
    ['in its last second', 1_800_000_100_999, false],
    ['after its last second', 1_800_000_101_000, true],
  ])('says whether it is expired: %s', (_when, nowMs, expired) => {
    // Which does not keep it from fitting.
    expect(explained(good, { nowMs })).toMatchObject({ expired, fitsSecret: true, found: [] });
  });

  it.each<[what: string, sign: string, context: Partial<ExplainContext>, fits: boolean | undefined]>([
    ['no secret', good, { secret: undefined }, undefined],
    ['the secret', good, {}, true],
    ['another secret', good, { secret: 'other' }, false],
    ['no digest', base64(raw), {}, undefined],
    ['a digest in hex', base64(hmac(raw).toString('hex'), raw), {}, true],
    ['a digest in hex, and another secret', base64(hmac(raw).toString('hex'), raw), { secret: 'other' }, false],
  ])('says whether it fits: %s', (_what, sign, context, fits) => {
    expect(explained(sign, context).fitsSecret).toBe(fits);
  });

  it.each<[what: string, sign: string, context: Partial<ExplainContext>]>([
    ['a key, when none is given', signed(rawOf({ apiKey: 'other' })), { apiKey: undefined }],
    ['a key, when an empty one is given', signed(rawOf({ apiKey: 'other' })), { apiKey: '' }],
    ['the digest, when no secret is given', base64(hmac(raw, 'other'), raw), { secret: undefined }],
    ['its expiry, with a second left', good, { nowMs: 1_800_000_099_000 }],
  ])('finds nothing wrong with %s', (_what, sign, context) => {
    expect(explained(sign, context).found).toEqual([]);
  });

  it.each<[what: string, sign: string, names: MistakeId[]]>([
    ['a field that is missing', base64(hmac(raw), rawOf({ random: undefined })), ['missing-field']],
    ['a length that no Base64 has', good.slice(0, -3), ['cut-off']],
  ])('does not blame the secret if the signature is cut off: %s', (_what, sign, names) => {
    expect(idsOf(explained(sign))).toEqual(names);
  });

  it('says how a secret was misused, even of what is cut off', () => {
    const cut = rawOf({ random: undefined });
    expect(idsOf(explained(base64(hmac(`${cut}\n`), cut)))).toEqual(['missing-field', 'newline-digested']);
  });

  it('has each mistake once, with the first that shows it', () => {
    const { found } = explained(`\n${good.slice(0, 8)}\n${good.slice(8)}`);
    expect(found).toEqual([{ id: 'line-breaks', seen: 'there is one before or after it' }]);
  });
});

describe('finauth explain', () => {
  it.each([faulty.at(0)!, faulty.at(-1)!])('names the mistake, as JSON: %s', async (_what, sign, names) => {
    const { code, stdout, stderr } = await runFinauth(['explain', '--json', '--at', String(now)], {
      input: sign,
      env: { FINAUTH_API_KEY: key, FINAUTH_API_SECRET: secret },
    });
    expect(stderr).toBe('');
    expect(mistakesIn(JSON.parse(stdout) as object).map(({ id }) => id)).toEqual(names);
    expect(code).toBe(9);
  });

  it('has every mistake in the table, except the one that hardly shows', () => {
    const named = new Set(faulty.flatMap(([, , names]) => names));
    expect(Object.keys(mistakes).filter((id) => !named.has(id as MistakeId))).toEqual(['altered-end']);
    const altered = base64(hmac(rawOf({ random: 12 })), rawOf({ random: 12 })).replace(/.(=+)$/, (_end, pad: string) => `z${pad}`);
    expect(explainSign(altered, { nowMs: now * 1000 }).found.map(({ id }) => id)).toContain('altered-end');
  });

  it('finds nothing in what is right, by argument and by stdin', async () => {
    const env = { FINAUTH_API_KEY: key, FINAUTH_API_SECRET: secret };
    const byArgument = await runFinauth(['explain', good, '--at', String(now)], { env });
    const byStdin = await runFinauth(['explain', '--at', String(now)], { env, input: `${good}\n` });
    expect(byArgument).toEqual(byStdin);
    expect(byArgument).toMatchObject({ code: 0, stderr: '' });
    expect(byArgument.stdout).toMatch(
      /1800000100: 2027-01-15 08:01:40 UTC, in 90 seconds\n.*not expired, valid for 100 seconds\n.*the digest matches it\n\n.*none of the known/,
    );
  });

  it('takes a clock that is two minutes ahead for one that may be so', () => {
    expect(
      explainSign(signed(rawOf({ expireTime: now + 220, currentTime: now + 120 })), { nowMs: now * 1000, secret, apiKey: key }).found,
    ).toEqual([]);
  });

  it('takes one line break at the end for that of a file, and not within an argument', async () => {
    const env = { FINAUTH_API_KEY: key, FINAUTH_API_SECRET: secret };
    const explain = (text: string, input?: string) =>
      runFinauth(['explain', '--json', '--at', String(now), text], { env, input: input ?? '' });
    for (const end of ['\n', '\r\n']) expect(await explain('-', good + end)).toMatchObject({ code: 0 });
    expect(await explain(`${good}\n`)).toMatchObject({ code: 9, stdout: expect.stringContaining('"line-breaks"') });
  });

  it('does not call a signature valid for decades whose time is cut off', async () => {
    const { stdout } = await runFinauth(['explain', '--at', String(now)], {
      input: base64(hmac(raw), rawOf({ currentTime: 180, random: undefined })),
    });
    expect(stdout).toMatch(/^state +cannot be told$/m);
  });

  it('takes a signature that begins with "-", and one that the shell has cut at a space', async () => {
    const minus = faulty.find(([, sign]) => sign.startsWith('-'))![1];
    expect((await runFinauth(['explain', minus, '--json'])).stdout).toContain('"url-safe-alphabet"');
    expect((await runFinauth(['explain', '--json', ...rich.replaceAll('+', ' ').split(' ')])).stdout).toContain('"space-for-plus"');
  });

  it('says expired in words, and does not call it a mistake', async () => {
    const { code, stdout } = await runFinauth(['explain', '--at', '1800000400', good]);
    expect(code).toBe(0);
    expect(stdout).toContain(`expires (${parameters.expireTime})`);
    expect(stdout).toMatch(/1800000100: 2027-01-15 08:01:40 UTC, 5 minutes ago\n.*expired, valid for 100 seconds\n.*none given/);
  });

  it('prints the command that makes the right signature, where it cannot say what is wrong with the digest', async () => {
    const credentials = { FINAUTH_API_KEY: key, FINAUTH_API_SECRET: secret };
    const { stdout } = await runFinauth(['explain', '--at', String(now)], { input: base64(hmac(raw, 'other'), raw), env: credentials });
    const [, command] = /^ {2}\$ finauth (sign .*)$/m.exec(stdout)!;
    expect(await runFinauth([...command!.split(' '), '--quiet'], { env: credentials })).toMatchObject({ stdout: `${good}\n` });
    const { stdout: known } = await runFinauth(['explain'], { input: base64(hmac(`${raw}\n`), raw), env: credentials });
    expect(known).toContain('newline-digested');
    expect(known).not.toContain('finauth sign');
  });

  it('knows a signature that serves once', () => {
    expect(explainSign(signed(rawOf({ expireTime: 0 })), { nowMs: now * 1000, secret })).toMatchObject({
      singleUse: true,
      expired: undefined,
      fitsSecret: true,
      found: [],
    });
  });

  it('takes any text, and finds something in whatever FinAuth could not read', () => {
    // As fast-check's own `binary`, which first spends half a second on tables, and halves of surrogate pairs too.
    const codePoint = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));
    const spoilt = fc
      .tuple(fc.nat(good.length - 1), fc.string({ maxLength: 3, unit: codePoint }))
      .map(([at, text]) => good.slice(0, at) + text + good.slice(at + 1));
    const bytes = fc.uint8Array({ maxLength: 200 }).map((given) => Buffer.from(given).toString('base64'));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: codePoint, maxLength: 300 }), spoilt, bytes), (text) => {
        const { wellFormed, found, fitsSecret } = explainSign(text, { nowMs: now * 1000, secret, apiKey: key });
        expect(wellFormed || found.length > 0).toBe(true);
        expect(text === good || !(wellFormed && fitsSecret)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
