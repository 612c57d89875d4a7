import { byteLimits } from '@finauth-sdk/client';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { equal, holds } from './assert.ts';
import { createChance } from './chance.ts';
import type { Case, Given } from './suite.ts';

const answer = exampleAnswers.getBizToken;
const limit = byteLimits.getBizToken.uuid;

/** The validators: what they take, what they refuse, and that they count bytes. */
export function validatorCases({ validator }: Given): Case[] {
  const { answerValidators, inputValidators, utf8Length, validateErrorResponse } = validator;

  const inputs = judgedInputs.map(([what, value, issue]): Case => ({
    name: `an input ${issue === undefined ? 'may have' : 'may not have'} ${what}`,
    run() {
      const verdict = inputValidators.getBizToken(value);
      equal(verdict.valid ? undefined : verdict.issues.map(({ field, rule }) => `${field} ${rule}`).join(), issue, 'the verdict');
      holds(!JSON.stringify(verdict).includes('personal') || verdict.valid, 'no issue repeats the value');
    },
  }));

  const answers = judgedAnswers.map(([what, value, valid]): Case => ({
    name: `an answer ${valid ? 'may have' : 'may not have'} ${what}`,
    run: () => equal(answerValidators.getBizToken(value).valid, valid, 'the verdict'),
  }));

  return [
    ...inputs,
    ...answers,
    {
      name: 'an error may have a code that nobody listed, and may not be a number',
      run: () =>
        equal(
          [{ error: 'NEW_CODE: NEW' }, { error: 403 }].map((value) => validateErrorResponse(value).valid),
          [true, false],
        ),
    },
    {
      name: 'bytes are counted as the runtime encodes them',
      run() {
        const chance = createChance(2);
        for (let round = 0; round < 500; round++) {
          const text = chance.text(60);
          equal(utf8Length(text), new TextEncoder().encode(text).length, JSON.stringify(text));
        }
        equal(utf8Length('\ud83d'), 3, 'half of a surrogate pair');
      },
    },
    {
      name: 'every operation refuses what is no object',
      run() {
        for (const [operation, validate] of Object.entries(inputValidators)) {
          for (const value of [undefined, null, 'text', 7, ['scene']])
            equal(validate(value).valid, false, `${operation} on ${String(value)}`);
        }
      },
    },
  ];
}

const judgedInputs: readonly [what: string, value: unknown, issue: string | undefined][] = [
  ['a liveness_id alone', { liveness_id: 'scene' }, undefined],
  ['nothing', {}, 'liveness_id required'],
  ['a liveness_id that is a number', { liveness_id: 7 }, 'liveness_id type'],
  ['a liveness_id of nothing', { liveness_id: '' }, 'liveness_id minLength'],
  ['a field that the API has not', { liveness_id: 'scene', uid: 'personal' }, 'uid additionalProperties'],
  ['a signature', { liveness_id: 'scene', sign: 'mine' }, 'sign additionalProperties'],
  ...(
    [
      [1, 'a'],
      [2, 'é'],
      [3, '語'],
      [4, '😀'],
    ] as const
  ).flatMap(([bytes, character]): [string, unknown, string | undefined][] => {
    const most = Math.floor(limit / bytes);
    return [
      [`a uuid of ${most} characters of ${bytes} bytes`, { liveness_id: 'scene', uuid: character.repeat(most) }, undefined],
      [`a uuid of ${most + 1} characters of ${bytes} bytes`, { liveness_id: 'scene', uuid: character.repeat(most + 1) }, 'uuid x-maxBytes'],
    ];
  }),
];

const judgedAnswers: readonly [what: string, value: unknown, valid: boolean][] = [
  ['what is documented', answer, true],
  ['fields that FinAuth adds', { ...answer, new_field: 1 }, true],
  ['a token that is a number', { ...answer, biz_token: 1 }, false],
  ['an empty token', { ...answer, biz_token: '' }, false],
  ['a fraction of a millisecond', { ...answer, time_used: 1.5 }, false],
  ['a list around it', [answer], false],
];
