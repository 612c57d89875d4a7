import { expect, it } from 'vitest';
import type { Field } from '../api/route.ts';
import type { Call } from '../call.ts';
import { routes } from '../generated/routes.ts';
import { scenarios } from '../generated/scenarios.ts';
import { callOf } from '../testing/callOf.ts';
import { judgeFiles } from './judgeFiles.ts';

const [route] = routes;
const answers = scenarios[route!.operationId]!;
const [other, tooLarge] = Object.keys(answers) as [string, string];
const beginnings = { 'image/one': 'ffd8', 'image/two': '895047' };
const file: Field = { kind: 'file', many: false, types: { beginnings, other, tooLarge } };
const photo: Field = { ...file, maxBytes: 8 };
const note: Field = { kind: 'text', many: false, maxBytes: 8 };

/** A call of an operation with a photo and a note. The bytes are in hex. */
function call(parts: Record<string, string>, field: Field = photo): Call {
  return callOf({
    route: { ...route!, fields: { note, photo: field } },
    form: {
      parts: Object.entries(parts).map(([name, hex]) => ({ name, bytes: Buffer.from(hex, 'hex'), mediaType: '' })),
      strangers: [],
      unread: false,
    },
  });
}

it.each<[string, Record<string, string>, Field?]>([
  ['a file of the first type', { photo: 'ffd800' }],
  ['a file of another type', { photo: '89504700' }],
  ['a file that is only a beginning', { photo: 'ffd8' }],
  ['a file of exactly the limit', { photo: 'ffd8000000000000' }],
  ['a file of any size, where no limit is known', { photo: 'ffd8'.padEnd(1000, '0') }, file],
  [
    'a file above a limit that the spec names no response for',
    { photo: 'ffd8'.padEnd(1000, '0') },
    { ...photo, types: { beginnings, other } },
  ],
  ['a field that is no file, whatever it begins with', { note: '00'.repeat(100) }],
  ['a field that the operation does not have', { stranger: '00' }],
  ['no field at all', {}],
])('accepts %s', (_what, parts, field) => {
  expect(judgeFiles(call(parts, field))).toBeUndefined();
});

it('refuses a file that is larger than its limit with the response for that', () => {
  expect(judgeFiles(call({ photo: 'ffd800000000000000' }))).toEqual({
    verdict: 'refused',
    scenario: answers[tooLarge],
    why: { message: expect.stringContaining('larger'), field: 'photo', expected: 'at most 8 bytes', got: '9 bytes' },
  });
});

it.each([
  ['begins with something else', '00ffd8'],
  ['ends within the beginning of its type', '8950'],
  ['is empty', ''],
])('refuses a file that %s with the response for other types', (_what, hex) => {
  expect(judgeFiles(call({ note: '00', photo: hex }))).toEqual({
    verdict: 'refused',
    scenario: answers[other],
    why: {
      message: expect.stringContaining('does not begin'),
      field: 'photo',
      expected: 'image/one or image/two',
      got: `${hex.length / 2} bytes`,
    },
  });
});

it('judges a file above a limit that the spec names no response for by its type', () => {
  const types = { beginnings, other };
  expect(judgeFiles(call({ photo: '00'.repeat(9) }, { ...photo, types }))?.scenario).toBe(answers[other]);
});

it('does not refuse a file where the operation has no such response', () => {
  expect(judgeFiles(call({ photo: '00' }, { ...photo, types: { beginnings, other: 'no such answer' } }))).toBeUndefined();
});
