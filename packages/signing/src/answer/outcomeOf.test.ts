import { contradictoryResult, type KnownResult, resultCatalogue, resultFamilies, unlistedResult } from '@finauth-sdk/client';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcomeOf.ts';

const pass = exampleAnswers.verify;
const results = Object.entries(resultCatalogue) as [KnownResult, (typeof resultCatalogue)[KnownResult]][];
const of = (changes: object) => outcomeOf({ ...pass, ...changes });

describe('a listed result', () => {
  it.each(results)(
    '%s is told as the catalogue has it',
    (result_message, { code, isPass, kind, meaning, remedy, tellUser, tryAgain, billed }) => {
      const expected = { passed: isPass, kind, meaning, remedy, tellUser, tryAgain, billed };
      expect(of({ result_code: code, result_message })).toStrictEqual(expected);
      expect(of({ result_code: String(code), result_message })).toStrictEqual(expected);
    },
  );

  it('is a pass in one case alone', () => {
    expect(results.filter(([, { isPass }]) => isPass).map(([name]) => name)).toEqual(['SUCCESS']);
    expect(outcomeOf(pass)).toMatchObject({ passed: true, kind: 'passed' });
  });
});

describe('what is no pass', () => {
  it.each(
    results.flatMap(([message, { code }]) =>
      results.filter(([, other]) => other.code !== code).map(([, other]) => [message, other.code] as const),
    ),
  )("%s with the code %d, which is another's", (result_message, result_code) => {
    expect(of({ result_message, result_code })).toMatchObject({ passed: false, ...plain(contradictoryResult) });
  });

  it.each([true, 'true', 1, 'yes', {}, []])('a pass with an attack that is %j', (result) => {
    expect(of({ attack_result: { result } })).toMatchObject({ passed: false, kind: 'contradiction' });
  });
  it.each(['AUTHORIZATION_ERROR: DENIED', '', {}, 1])('a pass with an error that is %j', (error) => {
    expect(of({ error })).toMatchObject({ passed: false, kind: 'contradiction' });
  });
  it.each(['01000', '+1000', '1000 ', '1e3', '0x3e8', 1000.5])('a pass whose code is %j', (code) => {
    expect(of({ result_code: code })).toMatchObject({ passed: false });
  });
  it.each([false, 'false', null, undefined])('but one with an attack that is %j is', (result) => {
    expect(of({ attack_result: { result } })).toMatchObject({ passed: true });
    expect(of({ attack_result: result === false ? { result } : null })).toMatchObject({ passed: true });
  });

  it.each(Object.entries(resultFamilies))(
    'a message that is not listed with the code %s, which is told as its family is',
    (code, family) => {
      expect(of({ result_code: Number(code), result_message: 'SOMETHING_NEW' })).toMatchObject({ passed: false, ...plain(family) });
    },
  );

  it.each([
    ['a new message with the code of a pass', { result_message: 'SUCCESS_TOO' }],
    ['a new message and a new code', { result_message: 'SOMETHING_NEW', result_code: 9000 }],
    ['no message', { result_message: undefined }],
    ['a message that is no text', { result_message: ['SUCCESS'] }],
    ['a message that every object has', { result_message: 'constructor' }],
    ['a message that every object has, and a code', { result_message: 'toString', result_code: '__proto__' }],
    ['a message in other letters', { result_message: 'success' }],
    ['a message with a blank', { result_message: ' SUCCESS' }],
  ])('%s', (_, changes) => {
    expect(of(changes)).toMatchObject({ passed: false, ...plain(unlistedResult) });
  });

  it.each([['1000.0'], ['0x3e8'], ['1e3'], [' 1000'], [1000.5], [null], [true], [[1000]], [undefined]])(
    'a pass with the code %j',
    (result_code) => {
      expect(of({ result_code })).toMatchObject({ passed: false, kind: 'contradiction' });
    },
  );

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'SUCCESS'],
    ['a list', ['SUCCESS', 1000]],
    ['an empty object', {}],
    [
      'what cannot be read',
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('no');
          },
        },
      ),
    ],
  ])('%s, for which nothing is thrown', (_, answer) => {
    expect(outcomeOf(answer as never)).toMatchObject({ passed: false, kind: 'unknown' });
  });
});

/** What an outcome has of an advice. */
function plain({ kind, meaning, remedy, tryAgain }: typeof unlistedResult): object {
  return { kind, meaning, remedy, tryAgain };
}
