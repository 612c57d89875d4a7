import { expect, test } from 'vitest';
import { lostNames } from './lostNames.ts';

const CODE = `
/** A field. */
export type Request = { scene: string; uuid?: string; kind: 'a' | 'b' };
export const limits = { uuid: 128, meaning: 'It isn\\'t // a comment.', after: 1 };
export { type Request, limits } from './types.ts';
`;

test.each([
  ['nothing', '', ''],
  ['a comment', 'A field.', 'Another { field }.'],
  ['a sentence', 'a comment.', 'one.'],
  ['a value', "'a' | 'b'", "'c'"],
  ['a number', '128', '64'],
  ['a new field', 'scene: string;', 'scene: string; more: number;'],
  ['another type', 'scene: string', 'scene?: string'],
])('%s takes no name away', (_, from, to) => {
  expect(lostNames(CODE, CODE.replace(from, to))).toEqual([]);
});

test.each([
  ['a field by another name', 'scene: string', 'place: string', 'scene'],
  ['a field that is gone', ' kind:', ' ', 'kind'],
  ['a type by another name', /Request/g, 'Requested', 'Request'],
  ['a name behind a text', ', after: 1', '', 'after'],
  ['a name that a comment still has', / scene: string;/, '/* scene */', 'scene'],
])('%s does', (_, from, to, name) => {
  expect(lostNames(CODE, CODE.replace(from, to))).toEqual([name]);
});
