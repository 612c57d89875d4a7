import { signatureScheme } from '@finauth-sdk/client';
import { describe, expect, it } from 'vitest';
import { createPaint } from '../output/paint.ts';
import type { Explanation } from './explainSign.ts';
import { mistakes } from './mistakes.ts';
import { explanationJson, printExplanation } from './printExplanation.ts';

const { parameters, digestBytes, randomMaxDigits, singleUseExpireTime } = signatureScheme;
const nowMs = 1_800_000_010_000;
const plain = createPaint({ isTTY: false }, {});
const right: Explanation = {
  length: 100,
  wellFormed: true,
  digest: Buffer.alloc(digestBytes, 0xab),
  fields: { apiKey: 'example-key!', expireTime: '1800000100', currentTime: '1800000000', random: '7' },
  expireTime: 1_800_000_100,
  currentTime: 1_800_000_000,
  singleUse: false,
  expired: false,
  fitsSecret: undefined,
  found: [],
};
const otherSecret = { id: 'other-secret', seen: 'the digest does not match' } as const;
const missingField = { id: 'missing-field', seen: 'one is missing' } as const;
const print = (change: Partial<Explanation> = {}): string => printExplanation({ ...right, ...change }, nowMs, plain);
const labels = {
  key: `API key (${parameters.apiKey})`,
  made: `made (${parameters.currentTime})`,
  expires: `expires (${parameters.expireTime})`,
};
/** What the table says behind that label. */
const cell = (text: string, label: string): string | undefined =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${label} `))
    ?.slice(label.length)
    .trim();

const once = { singleUse: true, expireTime: undefined, expired: undefined } as const;

describe('the table', () => {
  it.each<[label: string, change: Partial<Explanation>, said: string]>([
    ['signature', {}, '100 characters, well-formed'],
    ['signature', { wellFormed: false }, '100 characters, not well-formed'],
    ['digest', {}, `${digestBytes} bytes, beginning abababab`],
    ['digest', { digest: undefined }, 'none readable'],
    [labels.key, {}, 'exam…y! (12 characters)'],
    [labels.key, { fields: { apiKey: 'example-key' } }, 'ex… (11 characters)'],
    [labels.key, { fields: { apiKey: 'ä\nb' } }, '??… (3 characters)'],
    [labels.key, { fields: { apiKey: 'a\tb~example\u007fz' } }, 'a?b~…?z (13 characters)'],
    [labels.key, { fields: { apiKey: '' } }, 'none'],
    [labels.key, { fields: {} }, 'none'],
    [labels.key, { found: [otherSecret, { id: 'secret-in-signature', seen: 'it is' }] }, 'not shown'],
    [labels.made, {}, '1800000000: 2027-01-15 08:00:00 UTC, 10 seconds ago'],
    [labels.made, { fields: {}, currentTime: undefined }, 'none'],
    [labels.made, { currentTime: undefined }, 'not a time in whole seconds'],
    [labels.expires, {}, '1800000100: 2027-01-15 08:01:40 UTC, in 90 seconds'],
    [labels.expires, once, `${singleUseExpireTime}: a single-use signature`],
    ['state', {}, 'not expired, valid for 100 seconds'],
    ['state', { expired: true }, 'expired, valid for 100 seconds'],
    ['state', { currentTime: undefined }, 'not expired'],
    ['state', { currentTime: 1_800_000_100 }, 'not expired'],
    ['state', { currentTime: 1_800_000_200 }, 'not expired'],
    ['state', { found: [otherSecret] }, 'not expired, valid for 100 seconds'],
    ['state', { expireTime: undefined }, 'not expired'],
    ['state', { expireTime: undefined, expired: undefined }, 'cannot be told'],
    ['state', once, 'no expiry'],
    ['state', { ...once, found: [otherSecret, missingField] }, 'cannot be told'],
    ['state', { found: [missingField] }, 'cannot be told'],
    ['secret', {}, 'not compared: none given'],
    ['secret', { digest: undefined }, 'cannot be compared'],
    ['secret', { fitsSecret: true }, 'the digest matches it'],
    ['secret', { fitsSecret: false }, 'the digest does not match it'],
  ])('%s, with %j', (label, change, said) => {
    expect(cell(print(change), label)).toBe(said);
  });

  it('has its second column in one line', () => {
    const rows = print().split('\n').slice(0, 7);
    const width = Math.max(...Object.values(labels).map((label) => label.length));
    for (const row of rows) expect(row).toMatch(new RegExp(`^.{${width}} {2}\\S`));
  });
});

describe('what follows the table', () => {
  it('is that there is no mistake', () => {
    expect(print().split('\n').slice(7)).toEqual(['', '✓ It shows none of the known mistakes.']);
  });

  it('is each mistake, with what was seen and what to do', () => {
    const found = [missingField, { id: 'hex-digest', seen: '40 digits' } as const];
    expect(print({ found }).split('\n').slice(7)).toEqual([
      '',
      `✗ ${mistakes['missing-field'].title} (missing-field): one is missing.`,
      `  ${mistakes['missing-field'].remedy}`,
      '',
      `✗ ${mistakes['hex-digest'].title} (hex-digest): 40 digits.`,
      `  ${mistakes['hex-digest'].remedy}`,
    ]);
  });

  it.each<[what: string, change: Partial<Explanation>, command: string | undefined]>([
    ['with its window', {}, 'sign --at 1800000000 --window-seconds 100 --random 7'],
    ['for single use', once, 'sign --at 1800000000 --single-use --random 7'],
    ['not without the time it was made', { currentTime: undefined }, undefined],
    ['not without the expiry', { expireTime: undefined }, undefined],
    ['not without the random number', { fields: {} }, undefined],
    ['not with a random number that is none', { fields: { random: '7; rm' } }, undefined],
    ['not with something before the random number', { fields: { random: '-7' } }, undefined],
    ['not with a random number that is too long', { fields: { random: '7'.repeat(randomMaxDigits + 1) } }, undefined],
    ['not where the mistake is known', { found: [missingField] }, undefined],
  ])('is the command that makes the right signature, %s', (_what, change, command) => {
    const [, found] = /^ {2}\$ finauth (.*)$/m.exec(print({ found: [missingField, otherSecret], ...change })) ?? [];
    expect(found).toBe(command);
  });
});

describe('as JSON', () => {
  it('has the same, with the mistakes in full', () => {
    expect(explanationJson({ ...right, found: [missingField], fitsSecret: true }, nowMs + 500)).toEqual({
      length: 100,
      wellFormed: true,
      digestPrefix: 'abababab',
      apiKey: 'exam…y! (12 characters)',
      currentTime: 1_800_000_000,
      expireTime: 1_800_000_100,
      singleUse: false,
      windowSeconds: 100,
      secondsLeft: 90,
      expired: false,
      fitsSecret: true,
      mistakes: [{ ...missingField, ...mistakes['missing-field'] }],
    });
  });

  it.each<[what: string, change: Partial<Explanation>, missing: string[]]>([
    ['no digest', { digest: undefined }, ['digestPrefix']],
    ['no expiry', { expireTime: undefined }, ['windowSeconds', 'secondsLeft']],
    ['no time it was made', { currentTime: undefined }, ['windowSeconds']],
  ])('leaves out what cannot be told: %s', (_what, change, missing) => {
    const json = explanationJson({ ...right, ...change }, nowMs);
    for (const name of missing) expect(json[name]).toBeUndefined();
  });
});
