import { signatureScheme } from '@finauth-sdk/client';
import { describe, expect, it } from 'vitest';
import { rawOf } from '../testing/rawOf.ts';
import { judgeRaw } from './judgeRaw.ts';

const { parameters, randomMaxDigits, singleUseExpireTime } = signatureScheme;
const { apiKey: a, expireTime: b, currentTime: c, random: d } = parameters;
const now = 1_800_000_010;
const times = (expireTime: unknown, currentTime: unknown): string => rawOf({ expireTime, currentTime });
const reversed = `${b}=1800000100&${a}=key&${c}=1800000000&${d}=7`;
const otherName = ['api_key', 'apikey'].find((name) => name !== a)!;
const longest = '9'.repeat(randomMaxDigits);

/** What is found, with its words. */
const raws: [what: string, raw: string, ...found: string[]][] = [
  ['nothing in one that is right', rawOf()],

  // Its form.
  ['a line break behind it', `${rawOf()}\n`, 'white-space: it ends in white space'],
  ['a space before it', ` ${rawOf()}`, 'white-space: there is white space in it'],
  ['a space in it', rawOf({ apiKey: 'a key' }), 'white-space: there is white space in it'],
  ['equals signs in percent', rawOf().replaceAll('=', '%3D'), 'raw-percent-encoded: it contains %3D or %26'],
  ['ampersands in percent', rawOf().replaceAll('&', '%26'), 'raw-percent-encoded: it contains %3D or %26'],
  ['both, in small letters', encodeURIComponent(rawOf()).toLowerCase(), 'raw-percent-encoded: it contains %3D or %26'],
  ['one field missing', rawOf({ currentTime: undefined }), `missing-field: ${c} is missing`],
  ['two fields missing', rawOf({ apiKey: undefined, currentTime: undefined }), `missing-field: ${a} and ${c} are missing`],
  ['another name', rawOf().replace(`${a}=`, `${otherName}=`), `wrong-names: it has "${otherName}", "${b}", "${c}", "${d}"`],
  [
    'another name, next to a field that is none',
    `${rawOf().replace(`${a}=`, `${otherName}=`)}&other=1`,
    `wrong-names: it has "${otherName}", "${b}", "${c}", "${d}"`,
    'raw-form: there is an extra field',
  ],
  ['another order', reversed, `fields-out-of-order: their order is ${b}, ${a}, ${c}, ${d}`],
  [
    'another order of those that are there',
    reversed.replace(/&[^&]*$/, ''),
    `missing-field: ${d} is missing`,
    `fields-out-of-order: their order is ${b}, ${a}, ${c}`,
  ],
  ['a field that is none', `${rawOf()}&other=1`, 'raw-form: there is an extra field'],
  ['a field twice', `${rawOf()}&${a}=key`, 'raw-form: there is an extra field'],

  // The API key.
  ['no key', rawOf({ apiKey: '' }), 'empty-key: it is empty'],
  ...['undefined', 'null', 'None', 'nil', 'NaN', '[object Object]'].map((word): [string, string, ...string[]] => [
    `the word ${word} for a key`,
    rawOf({ apiKey: word }),
    ...(word.includes(' ') ? ['white-space: there is white space in it'] : []),
    `empty-key: it is the word "${word}"`,
  ]),
  ['a key with an equals sign', rawOf({ apiKey: 'key=' }), 'raw-form: the API key contains a "="'],

  // The times.
  ['nothing in one that serves once', times(singleUseExpireTime, '1800000000')],
  ['a duration', times('999999999', '1800000000'), `duration-for-expiry: ${b} is 999999999, which would be in 2001`],
  ['nothing in times of 2001', times('1000000001', '1000000000')],
  [
    'a duration, when the time behind it is cut off',
    `${a}=key&${b}=100&${c}=18`,
    `missing-field: ${d} is missing`,
    `duration-for-expiry: ${b} is 100, which would be in 1970`,
  ],
  ['no window in the earliest times', times('1000000000', '1000000000'), `no-window: ${b} and ${c} are the same`],
  [
    'no window in an expiry that is the last field',
    `${a}=key&${c}=1800000000&${d}=7&${b}=1800000000`,
    `fields-out-of-order: their order is ${a}, ${c}, ${d}, ${b}`,
    `no-window: ${b} and ${c} are the same`,
  ],
  [
    'a duration for the time it was made',
    times('1800000100', '999999999'),
    `time-not-a-number: ${c} is 999999999, which is nowhere near today`,
  ],
  ['the times swapped', times('1800000000', '1800000100'), `times-swapped: ${b} is 100 seconds before ${c}`],
  ['no window', times('1800000000', '1800000000'), `no-window: ${b} and ${c} are the same`],
  ['nothing in a day', times('1800086400', '1800000000')],
  ['more than a day', times('1800172801', '1800000000'), `long-window: ${b} is 2 days after ${c}`],
  ['a second more than a day', times('1800086401', '1800000000'), `long-window: ${b} is 24 hours after ${c}`],
  ['nothing in two minutes ahead', times(`${now + 220}`, `${now + 120}`)],
  ['more than two minutes ahead', times(`${now + 221}`, `${now + 121}`), 'clock-ahead: it was made 2 minutes from now'],
  [
    'the time it was made, when the expiry cannot be read',
    times('never', `${now + 300}`),
    `time-not-a-number: ${b} contains more than digits`,
    'clock-ahead: it was made 5 minutes from now',
  ],
  ['the earlier time, when the two are swapped', times(`${now + 100}`, `${now + 200}`), `times-swapped: ${b} is 100 seconds before ${c}`],
  ['no time', times('', '1800000000'), `time-not-a-number: ${b} is empty`],
  ['a date', times('1800000100', '2027-01-15'), `time-not-a-number: ${c} contains more than digits`],
  ['digits and a letter', times('1800000100', '1800000000s'), `time-not-a-number: ${c} contains more than digits`],
  ['a sign', times('1800000100', '+1800000000'), `time-not-a-number: ${c} contains more than digits`],
  ['a fraction', times('1800000100.5', '1800000000'), `fraction-of-seconds: ${b} has a decimal point`],
  ['a fraction of nothing', times('1800000100.', '1800000000'), `fraction-of-seconds: ${b} has a decimal point`],
  [
    'no window but for a fraction',
    times('1800000000.9', '1800000000'),
    `fraction-of-seconds: ${b} has a decimal point`,
    `no-window: ${b} and ${c} are the same`,
  ],
  ['milliseconds', times('1800000100000', '1800000000'), `milliseconds: ${b} has 13 digits, where seconds have 10`],
  [
    'milliseconds that are swapped',
    times('1800000000000', '1800000100'),
    `milliseconds: ${b} has 13 digits, where seconds have 10`,
    `times-swapped: ${b} is 100 seconds before ${c}`,
  ],
  [
    'milliseconds with a fraction',
    times('1800000100000.25', '1800000000'),
    `fraction-of-seconds: ${b} has a decimal point`,
    `milliseconds: ${b} has 13 digits, where seconds have 10`,
  ],
  [
    'the first milliseconds',
    times('100000000000', '1800000000'),
    `milliseconds: ${b} has 12 digits, where seconds have 10`,
    `long-window: ${b} is 3,112 years after ${c}`,
  ],
  [
    'milliseconds of a time far off',
    times('18000001000000', '1800000000'),
    `milliseconds: ${b} has 14 digits, where seconds have 10`,
    `long-window: ${b} is 513 years after ${c}`,
  ],
  [
    'microseconds',
    times('1800000100000000', '1800000000'),
    `milliseconds: ${b} has 16 digits, where seconds have 10 (even finer than milliseconds)`,
  ],
  [
    'nanoseconds',
    times('1800000100000000000', '1800000000'),
    `milliseconds: ${b} has 19 digits, where seconds have 10 (even finer than milliseconds)`,
  ],

  // The random number.
  ['nothing in the longest random number', rawOf({ random: longest })],
  ['a longer one', rawOf({ random: `${longest}9` }), `random-too-long: ${d} has ${randomMaxDigits + 1} digits`],
  ['a negative one', rawOf({ random: '-7' }), `random-negative: ${d} begins with "-"`],
  [
    'a negative one that is too long',
    rawOf({ random: `-${longest}9` }),
    `random-negative: ${d} begins with "-"`,
    `random-too-long: ${d} has ${randomMaxDigits + 1} digits`,
  ],
  ['none', rawOf({ random: '' }), `random-not-a-number: ${d} is empty`],
  ['a fraction for it', rawOf({ random: '0.7' }), `random-not-a-number: ${d} contains more than digits`],
  ['a negative fraction for it', rawOf({ random: '-0.7' }), `random-not-a-number: ${d} contains more than digits`],
  ['a difference for it', rawOf({ random: '7-7' }), `random-not-a-number: ${d} contains more than digits`],
  ['hex for it', rawOf({ random: '7f' }), `random-not-a-number: ${d} contains more than digits`],
  ['hex for it that begins with a letter', rawOf({ random: 'f7' }), `random-not-a-number: ${d} contains more than digits`],
];

describe('what is wrong with a raw string', () => {
  it.each(raws)('%s', (_what, raw, ...expected) => {
    expect(judgeRaw(raw, now * 1000).found.map(({ id, seen }) => `${id}: ${seen}`)).toEqual(expected);
  });

  it.each([
    ['the time it was made', `${a}=key&${b}=1800000100&${c}=18`, [d]],
    ['the expiry', `${a}=key&${b}=18`, [c, d]],
  ])('does not judge the last field of a raw string that may be cut off: %s', (_which, raw, missing) => {
    const seen = `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing`;
    expect(judgeRaw(raw, now * 1000).found).toEqual([{ id: 'missing-field', seen }]);
  });
});

describe('the fields of a raw string', () => {
  it.each<[what: string, raw: string, fields: object]>([
    ['are read by their names', rawOf(), { apiKey: 'example-key', expireTime: '1800000100', currentTime: '1800000000', random: '7' }],
    ['are read by other names, in capitals', 'API_KEY=key&Nonce=7', { apiKey: 'key', random: '7' }],
    ['are the first of each name', `${a}=one&${a}=two`, { apiKey: 'one' }],
    ['have no white space around them', `${a}= key &${d}=7\n`, { apiKey: 'key', random: '7' }],
    ['are those that mean something', `${a}=key&other=1&${d}=7`, { apiKey: 'key', random: '7' }],
    ['may contain equals signs', `${a}=k=e=y`, { apiKey: 'k=e=y' }],
    ['may have no value', `${a}&${d}=`, { apiKey: '', random: '' }],
    ['are decoded from percent', `${a}%3Dkey%26${d}%3d%37`, { apiKey: 'key', random: '7' }],
  ])('%s', (_what, raw, fields) => {
    expect(judgeRaw(raw, now * 1000).fields).toEqual(fields);
  });
});
