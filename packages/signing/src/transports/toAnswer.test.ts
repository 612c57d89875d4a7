import { expect, it } from 'vitest';
import { toAnswer } from './toAnswer.ts';

async function* nothing(): AsyncGenerator<Uint8Array, void> {}

it('makes Headers of what a transport has, once', () => {
  const answer = toAnswer(
    200,
    '',
    () => [
      ['date', 'today'],
      ['X-Many', 'a'],
      ['x-many', 'b'],
    ],
    nothing(),
    1_000,
  );
  expect([...answer.headers]).toEqual([
    ['date', 'today'],
    ['x-many', 'a, b'],
  ]);
  expect(answer.headers).toBe(answer.headers);
  expect({ ...answer }.headers).toBe(answer.headers);
});

it('leaves out what Headers cannot hold', () => {
  expect([
    ...toAnswer(
      200,
      '',
      () => [
        ['x-snow', '☃'],
        ['x-ok', 'ü'],
      ],
      nothing(),
      1_000,
    ).headers,
  ]).toEqual([['x-ok', 'ü']]);
});

it('has one getter for all answers: with one for each, V8 keeps every call in memory until a full collection', () => {
  const [one, other] = [200, 200].map(
    (status) =>
      Object.getOwnPropertyDescriptor(
        toAnswer(status, '', () => [], nothing(), 1_000),
        'headers',
      )!.get,
  );
  expect(one).toBeTypeOf('function');
  expect(one).toBe(other);
});
