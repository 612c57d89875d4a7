import { signatureScheme } from '@finauth-sdk/client';
import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { parseCount, parseWaitMs } from './parseCount.ts';
import { parseRandom } from './parseRandom.ts';
import { parseRedisUrl } from './parseRedisUrl.ts';
import { parseSeconds } from './parseSeconds.ts';
import { parseShare } from './parseShare.ts';
import { parseTime } from './parseTime.ts';

const most = '9'.repeat(signatureScheme.randomMaxDigits);

/** What is read of an argument, by the text that is given; undefined where it is refused. */
const given: Record<string, [parse: (text: string) => unknown, Record<string, unknown>]> = {
  'a count from 2 to 12': [
    (text) => parseCount(2, 12)(text),
    { '2': 2, '12': 12, '007': 7, '1': undefined, '13': undefined, '-3': undefined },
  ],
  'a count without a bound': [
    (text) => parseCount(0)(text),
    {
      '0': 0,
      [Number.MAX_SAFE_INTEGER]: Number.MAX_SAFE_INTEGER,
      [`${2 ** 53}`]: undefined,
      '00000000000000001': undefined,
      '': undefined,
      '3.5': undefined,
      '3x': undefined,
      x3: undefined,
      '1e3': undefined,
    },
  ],
  'a time to wait': [parseWaitMs, { '1': 1, '2147483647': 2_147_483_647, '0': undefined, '2147483648': undefined }],
  'a random number': [
    parseRandom,
    { '0': '0', '007': '007', [most]: most, [`${most}9`]: undefined, '': undefined, '-1': undefined, '1x': undefined, x1: undefined },
  ],
  'a span in seconds': [
    parseSeconds,
    {
      '3600': 3600,
      '+3600': 3600,
      '-3600': -3600,
      '999999999': 999_999_999,
      '1000000000': undefined,
      '': undefined,
      '+': undefined,
      '1.5': undefined,
      x1: undefined,
      '1x': undefined,
    },
  ],
  'a share': [
    parseShare,
    {
      '0': 0,
      '1': 1,
      '1.0': 1,
      '0.25': 0.25,
      '.25': 0.25,
      '0.123456789': 0.123_456_789,
      '.123456789': 0.123_456_789,
      '0.1234567891': undefined,
      '.1234567891': undefined,
      '1.1': undefined,
      '2': undefined,
      '0.': undefined,
      '.': undefined,
      '': undefined,
      '-0.5': undefined,
      x0: undefined,
      '0x': undefined,
      'x.5': undefined,
      '.5x': undefined,
    },
  ],
  'a time': [
    parseTime,
    {
      '0': 0,
      '1800000000': 1_800_000_000_000,
      '01800000000': 1_800_000_000_000,
      '9999999999': 9_999_999_999_000,
      '10000000000': undefined,
      '001800000000': undefined,
      '2027-01-15T08:00:00Z': 1_800_000_000_000,
      '2027-01-15': 1_799_971_200_000,
      '2286-11-20T17:46:39.999Z': 9_999_999_999_999,
      '1969-12-31T23:59:59Z': undefined,
      '2286-11-20T17:46:40Z': undefined,
      '2027-01-15T25:00:00Z': undefined,
      '2027-01': undefined,
      '2027-1-15': undefined,
      '2027-01-5': undefined,
      '+002027-01-15': undefined,
      'x2027-01-15': undefined,
      '': undefined,
      '-1': undefined,
      '1800000000x': undefined,
      x1800000000: undefined,
    },
  ],
  'a Redis': [
    (text) => parseRedisUrl(text).href,
    {
      'redis://127.0.0.1:6379': 'redis://127.0.0.1:6379',
      'rediss://user@redis.bank.example': 'rediss://user@redis.bank.example',
      'redis://:secret@127.0.0.1': undefined,
      'redis://': undefined,
      'redis:///0': undefined,
      'redisss://127.0.0.1': undefined,
      'xredis://127.0.0.1': undefined,
      'http://127.0.0.1': undefined,
      '127.0.0.1': undefined,
      '': undefined,
    },
  ],
};

describe.each(Object.entries(given))('%s', (_what, [parse, texts]) => {
  it.each(Object.entries(texts).filter(([, value]) => value !== undefined))('is read: %j', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  it.each(Object.keys(texts).filter((text) => texts[text] === undefined))('is refused: %j', (text) => {
    expect(() => parse(text)).toThrow(InvalidArgumentError);
  });
});

describe('a refusal says what may be given', () => {
  it.each<[what: string, parse: (text: string) => unknown, text: string, complaint: RegExp]>([
    ['a count with both bounds', parseCount(2, 12), '13', /from 2 to 12\.$/],
    ['a count with one bound', parseCount(2), '1', /2 or more\.$/],
    ['a random number, up to the largest', parseRandom, 'x', new RegExp(` ${most}\\.$`)],
    ['a Redis, when there is none', parseRedisUrl, 'redis://', /redis:\/\/127/],
    ['a Redis without its password', parseRedisUrl, 'redis://:secret@127.0.0.1', /^(?!.*secret@).*REDISCLI_AUTH/],
  ])('%s', (_what, parse, text, complaint) => {
    expect(() => parse(text)).toThrow(complaint);
  });
});
