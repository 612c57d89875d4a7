import { exampleAnswers } from '@finauth-sdk/client/examples';
import { answerValidators } from '@finauth-sdk/validator';
import { expect, it } from 'vitest';
import type { SignedCall } from '../call.ts';
import { judgeAnswer } from './judgeAnswer.ts';

const apiKey = 'a-key';
const call: SignedCall = {
  operation: 'getBizToken',
  callId: 1,
  credentials: { apiKey, apiSecret: 'a-secret-of-a-test' },
  fields: { sign: 'x'.repeat(96) },
  headers: {},
  attempt: 1,
  clockOffsetMs: 0,
  signal: undefined,
};

it('judges an answer as often, however many of its fields repeat the API key', () => {
  const judgements = (fields: number): number => {
    const repeats = Object.fromEntries(Array.from({ length: fields }, (_, index) => [`f${index}`, apiKey]));
    const answer = { ...exampleAnswers.getBizToken, ...repeats };
    let count = 0;
    const judge = (value: unknown) => (count++, answerValidators.getBizToken(value));
    const head = { answer: { status: 200, headers: new Headers() }, call, now: 0 };
    expect(judgeAnswer(head, new TextEncoder().encode(JSON.stringify(answer)), judge)).toEqual(answer);
    return count;
  };
  expect(judgements(1_000)).toBe(judgements(1));
});
