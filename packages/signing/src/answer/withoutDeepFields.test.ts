import { expect, it } from 'vitest';
import { withoutDeepFields } from './withoutDeepFields.ts';

const nested = (levels: number, open = '[', close = ']'): string => open.repeat(levels) + close.repeat(levels);
const read = (text: string): unknown => withoutDeepFields(JSON.parse(text), text.length);

it.each([
  ['arrays', nested(200_000)],
  ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ['both in turn', `${'[{"a":'.repeat(5_000)}1${'}]'.repeat(5_000)}`],
  ['just too many levels', nested(66)],
])('leaves out a field of %s, and keeps the others', (_what, deep) => {
  const answer = read(`{"before":1,"deep":${deep},"after":[2]}`);
  expect(answer).toEqual({ before: 1, after: [2] });
  expect(() => [JSON.stringify(answer), structuredClone(answer)]).not.toThrow();
});

it.each(['{"a":[[[{"b":[1]}]]],"c":"[[[[{{{{"}', `{"a":${nested(65)}}`, `{"a":[${'[],'.repeat(1_000)}[]]}`, '[[1]]', '1', 'null'])(
  'keeps %s',
  (text) => expect(read(text)).toEqual(JSON.parse(text)),
);
