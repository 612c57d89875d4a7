import { describe, expect, it } from 'vitest';
import { aFunction, anObject, aText, checkOptions, isObject, isSignal, milliseconds, type Rule, trueOrFalse, whole } from './rules.ts';

const LONGEST = 2 ** 31 - 1;

describe.each<[string, Rule, unknown[], unknown[]]>([
  ['an object', anObject, [{}, [], new Date()], [null, undefined, 'text', 7, () => {}]],
  ['a function', aFunction, [() => {}, Date], [null, {}, 'text']],
  ['a string', aText, ['', 'text'], [null, 7, new String('text')]],
  ['true or false', trueOrFalse, [true, false], [null, 0, 1, 'true']],
  ['a whole number, 3 or more', whole(3), [3, 4, 2 ** 53], [2, 3.5, -3, '3', Number.NaN, Number.POSITIVE_INFINITY, null]],
  [
    `a number of milliseconds from 1 to ${LONGEST}`,
    milliseconds(1),
    [1, 1.5, LONGEST],
    [0, 0.9, -1, LONGEST + 1, '5', 5n, new Date(5), Number.NaN, Number.POSITIVE_INFINITY, null],
  ],
])('%s', (must, rule, good, bad) => {
  it('says so', () => expect(rule[1]).toBe(must));
  it.each(good.map((value) => [value]))('is %o', (value) => expect(rule[0](value)).toBe(true));
  it.each(bad.map((value) => [value]))('is not %o', (value) => expect(rule[0](value)).toBe(false));
});

it('null is no object', () => {
  expect([isObject(null), isObject(undefined), isObject({})]).toEqual([false, false, true]);
});

describe('a signal', () => {
  const signal = { aborted: false, addEventListener() {}, removeEventListener() {} };
  it('is what can be listened to, of whatever make', () => {
    expect([signal, new AbortController().signal].map(isSignal)).toEqual([true, true]);
  });
  it.each([null, 'text', {}, ...Object.keys(signal).map((name) => ({ ...signal, [name]: undefined }))])('is not %o', (value) => {
    expect(isSignal(value)).toBe(false);
  });
});

describe('options', () => {
  const rules = { timeoutMs: milliseconds(1), random: aFunction };
  const complaintOf = (options: object, parent?: string): string | undefined => {
    try {
      checkOptions(
        options as { timeoutMs: unknown; random: unknown },
        rules,
        (name, complaint) => new Error(`${name} ${complaint}`),
        parent,
      );
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each<[string, object, string | undefined, string?]>([
    ['none', {}, undefined],
    ['good ones', { timeoutMs: 5, random: Math.random }, undefined],
    ['one that is there and undefined', { timeoutMs: undefined, typo: undefined }, undefined],
    ['one that breaks its rule', { timeoutMs: 0 }, `timeoutMs must be a number of milliseconds from 1 to ${LONGEST}`],
    ['one that is null', { random: null }, 'random must be a function'],
    ['a slip in a name', { timeoutMS: 5 }, 'timeoutMS is not an option: use one of timeoutMs, random'],
    ['a name that every object has', { constructor: 5 }, 'constructor is not an option: use one of timeoutMs, random'],
    ['one within another', { random: 7 }, 'retry.random must be a function', 'retry.'],
    ['a slip within another', { typo: 7 }, 'retry.typo is not an option: use one of timeoutMs, random', 'retry.'],
  ])('%s', (_what, options, complaint, parent) => {
    expect(complaintOf(options, parent)).toBe(complaint);
  });
});
