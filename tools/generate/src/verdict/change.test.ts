import { expect, test } from 'vitest';
import { type Bump, type Change, larger, merged, verdictOn } from './change.ts';

const order = ['none', 'patch', 'minor', 'major'] as const satisfies Bump[];
const pairs = order.flatMap((one, at) => order.map((other, than) => [one, other, order[Math.max(at, than)]!] as const));
const change = (bump: Bump, what = 'The code A differs.', why = `Because of ${bump}.`): Change => ({
  subject: 'code',
  kind: 'changed',
  what,
  why,
  bump,
});

test.each(pairs)('of %s and %s the larger is %s', (one, other, expected) => {
  expect(larger(one, other)).toBe(expected);
});

test.each(pairs)('of a change that is told of twice, as %s and as %s, %s is kept, with its reason', (one, other, expected) => {
  expect(merged([change(one), change(other), change('none', 'Another.')])).toEqual([change(expected), change('none', 'Another.')]);
});

test('reasons of equal weight are both told, and none twice', () => {
  const [only, ...more] = merged([change('major', 'A.', 'One.'), change('major', 'A.', 'Two.'), change('major', 'A.', 'One.')]);
  expect(only!.why).toBe('One. Two.');
  expect(more).toEqual([]);
});

test.each(pairs)('a verdict on changes of %s and %s calls for %s, and has the more severe first', (one, other, expected) => {
  const { bump, changes } = verdictOn([change(one, 'A.'), change(other, 'B.')]);
  expect(bump).toBe(expected);
  expect(changes[0]!.bump).toBe(expected);
});

test('a verdict on nothing calls for nothing', () => {
  expect(verdictOn([])).toEqual({ bump: 'none', changes: [] });
});
