import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHttpDate, parseRetryAfter, serverTimeOf } from './httpDate.ts';

const NOW = Date.UTC(2026, 0, 15, 12);
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The three forms of RFC 9110 of one time: the present one, that of RFC 850 and that of asctime. */
function formsOf(time: number): [imfFixdate: string, rfc850: string, asctime: string] {
  const imfFixdate = new Date(time).toUTCString();
  const [day, date, month, year, clock] = imfFixdate.split(/,? /) as [string, string, string, string, string];
  const dayName = DAYS[new Date(time).getUTCDay()]!;
  return [
    imfFixdate,
    `${dayName}, ${date}-${month}-${year.slice(2)} ${clock} GMT`,
    `${day} ${month} ${String(Number(date)).padStart(2)} ${clock} ${year}`,
  ];
}

describe('parseHttpDate', () => {
  it.each(formsOf(Date.UTC(1994, 10, 6, 8, 49, 37)))('reads the example of RFC 9110, %s', (text) => {
    expect(text).toMatch(/^Sun(day)?[, ]/);
    expect(parseHttpDate(text, NOW)).toBe(Date.UTC(1994, 10, 6, 8, 49, 37));
  });

  const wholeSeconds = fc.integer({ min: 0, max: Date.UTC(4999, 11, 31) / 1000 }).map((seconds) => seconds * 1000);

  it('reads every time in each form, with blanks around', () => {
    const blanks = fc.stringMatching(/^[ \t]{0,3}$/);
    fc.assert(
      fc.property(wholeSeconds, blanks, blanks, (time, before, after) => {
        const [imfFixdate, rfc850, asctime] = formsOf(time);
        expect(parseHttpDate(before + imfFixdate + after, NOW)).toBe(time);
        expect(parseHttpDate(before + asctime + after, NOW)).toBe(time);
        // Of two digits of a year only that near to it.
        expect(parseHttpDate(before + rfc850 + after, time)).toBe(time);
      }),
      { seed: 1 },
    );
  });

  it('takes nothing that is not exactly one of the forms of what it makes of it', () => {
    const spoiled = fc
      .tuple(wholeSeconds, fc.nat(2), fc.nat(40), fc.nat(3), fc.string({ maxLength: 3 }))
      .map(([time, form, at, cut, put]) => {
        const text = formsOf(time)[form]!;
        return text.slice(0, at) + put + text.slice(at + cut);
      });
    fc.assert(
      fc.property(fc.oneof(spoiled, fc.string()), (text) => {
        const time = parseHttpDate(text, NOW);
        expect(time === undefined || formsOf(time).includes(text.trim())).toBe(true);
      }),
      { seed: 2, numRuns: 2_000 },
    );
  });

  it.each([
    ['a year that would be more than fifty ahead is past', '94', 1994],
    ['fifty years ahead to the day', '76', 2076],
    ['a year behind', '25', 2025],
    ['this year', '26', 2026],
    ['the last year of the century', '99', 1999],
  ])('of two digits, %s', (_what, digits, year) => {
    const time = Date.UTC(year, 0, 15, 12);
    expect(parseHttpDate(`${DAYS[new Date(time).getUTCDay()]}, 15-Jan-${digits} 12:00:00 GMT`, NOW)).toBe(time);
  });

  it('of two digits, a date one second more than fifty years ahead is a hundred years earlier', () => {
    const time = Date.UTC(1976, 0, 15, 12, 0, 1);
    expect(parseHttpDate(formsOf(time)[1], NOW)).toBe(time);
  });

  it.each([
    null,
    '',
    '0',
    '1768478400',
    '2026-01-15T12:00:00Z',
    'Thu, 15 Jan 2026 12:00:00 UTC',
    'Thu, 15 Jan 2026 12:00:00 +0000',
    'thu, 15 jan 2026 12:00:00 gmt',
    'Thu, 15 Jan 2026 12:00 GMT',
    'Thu, 15 Jan 2026 24:00:00 GMT',
    'Thu, 15 Jan 2026 12:60:00 GMT',
    'Thu, 15 Jan 2026 12:00:60 GMT',
    'Thu, 5 Jan 2026 12:00:00 GMT',
    'Thu, 15 Jan 26 12:00:00 GMT',
    'Thu,  15 Jan 2026 12:00:00 GMT',
    'Mon,  5 Jan 2026 12:00:00 GMT',
    'Fri, 15 Jan 2026 12:00:00 GMT',
    'Sat, 31 Feb 2026 12:00:00 GMT',
    'Thu, 00 Jan 2026 12:00:00 GMT',
    'Thu, 15 Foo 2026 12:00:00 GMT',
    'Thu, 15 Jan 0026 12:00:00 GMT',
    'Wed, 01 Jan 5000 00:00:00 GMT',
    'Thu, 15-Jan-26 12:00:00 GMT',
    'Thursday, 15-Jan-2026 12:00:00 GMT',
    'Thu Jan 15 12:00:00 2026 GMT',
    'Thu Jan 5 12:00:00 2026',
    'Thu, 15 Jan 2026 12:00:00 GMT, Thu, 15 Jan 2026 12:00:00 GMT',
  ])('takes %s for none', (text) => {
    expect(parseHttpDate(text, NOW)).toBeUndefined();
  });

  it('takes a leap second for the second after it', () => {
    expect(parseHttpDate('Sat, 31 Dec 2016 23:59:60 GMT', NOW)).toBe(Date.UTC(2017, 0, 1));
  });
});

describe('parseRetryAfter', () => {
  it.each<readonly [string, number]>([
    ['0', 0],
    ['7', 7_000],
    ['007', 7_000],
    [' 7\t', 7_000],
    // What no timer keeps is still a number, and longer than anybody waits.
    [`1${'0'.repeat(300)}`, Number.MAX_SAFE_INTEGER],
    ['9'.repeat(400), Number.MAX_SAFE_INTEGER],
    ...formsOf(NOW + 5_000).map((form) => [` ${form} `, 5_000] as const),
    ...formsOf(NOW - 5_000).map((form) => [form, 0] as const),
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ])('%s', (text, ms) => {
    expect(parseRetryAfter(text, NOW)).toBe(ms);
  });

  it.each([null, '', ' ', '-5', '+5', '1.5', '1e3', '0x10', '5s', '5, 7', 'soon', '٣', 'Infinity', 'NaN'])('takes %s for none', (text) => {
    expect(parseRetryAfter(text, NOW)).toBeUndefined();
  });
});

describe('serverTimeOf', () => {
  const date = new Date(NOW).toUTCString();
  it.each<[string, Record<string, string>, number | undefined]>([
    ['the Date', { date }, NOW],
    ['the Date and its Age', { date, age: '3600' }, NOW + 3_600_000],
    ['the Date, fresh', { date, age: ' 0 ' }, NOW],
    ['none with an Age that is none', { date, age: '1 h' }, undefined],
    ['none with two Ages', { date, age: '1, 2' }, undefined],
    ['none with an Age beyond what is written', { date, age: '9'.repeat(400) }, undefined],
    ['none with an Age alone', { age: '1' }, undefined],
    ['none with nothing', {}, undefined],
  ])('is %s', (_what, headers, time) => {
    expect(serverTimeOf(new Headers(headers), NOW)).toBe(time);
    // Those of a transport of one's own may keep blanks.
    expect(serverTimeOf(new Map(Object.entries(headers)) as never, NOW)).toBe(time);
  });
});
