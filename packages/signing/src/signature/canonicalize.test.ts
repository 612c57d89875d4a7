import { expect, it } from 'vitest';
import { canonicalize } from './canonicalize.ts';
import { FinAuthConfigError } from '../errors.ts';

const good = { apiKey: 'key', expireTime: 1_800_000_100, currentTime: 1_800_000_000, random: 7 };

it.each([
  ['the last second there is', { expireTime: 1e11 - 1 }, 'a=key&b=99999999999&c=1800000000&d=7'],
  ['a window of one second', { expireTime: 1_800_000_001 }, 'a=key&b=1800000001&c=1800000000&d=7'],
  ['an expiry of 0', { expireTime: 0 }, 'a=key&b=0&c=1800000000&d=7'],
  ['the first second there was', { currentTime: 0 }, 'a=key&b=1800000100&c=0&d=7'],
])('takes %s', (_what, fields, raw) => {
  expect(canonicalize({ ...good, ...fields })).toBe(raw);
});

it.each([
  ['a time past the last second, as of milliseconds', { currentTime: 1e11 }, /^currentTime must be .*, not milliseconds: divide by 1000$/],
  ['an expiry in milliseconds', { expireTime: 1_800_000_100_000 }, /^expireTime must be .*, not milliseconds: divide by 1000$/],
  ['a time before 1970', { currentTime: -1 }, /^currentTime must be whole seconds since 1970$/],
  ['part of a second', { currentTime: 1.5 }, /^currentTime must be whole seconds since 1970$/],
  ['no number', { currentTime: Number.NaN }, /^currentTime must be whole seconds since 1970$/],
  ['no window', { expireTime: good.currentTime }, /^expireTime must be later than currentTime/],
  ['an end before the beginning', { expireTime: good.currentTime - 1 }, /^expireTime must be later than currentTime/],
  ['an empty key', { apiKey: '' }, /^apiKey must be a non-empty string/],
  ['a key with "="', { apiKey: 'a=b' }, /^apiKey must not contain/],
])('refuses %s', (_what, fields, message) => {
  expect(() => canonicalize({ ...good, ...fields })).toThrow(FinAuthConfigError);
  expect(() => canonicalize({ ...good, ...fields })).toThrow(message);
});
