import { expect, test } from 'vitest';
import { findRenames } from './findRenames.ts';

const type = (name: string, ...fields: string[]): string =>
  `export type ${name} = {\n${fields.map((field) => `    ${field};\n`).join('')}};\n`;
const before =
  type('Input', 'scene: string', 'user?: string') + type('Answer', 'id: string', 'token: string') + type('Failure', 'id?: string');
const cases: [what: string, after: string, renames: Record<string, string>][] = [
  ['nothing', before, {}],
  ['another name in the same place', before.replace('scene:', 'room:'), { scene: 'room' }],
  ['another name in another place', before.replace(/ {4}scene: string;\n( {4}user.*\n)/, '$1    room: string;\n'), { scene: 'room' }],
  ['two other names', before.replace('scene:', 'room:').replace('user?', 'person?'), { scene: 'room', user: 'person' }],
  ['another name in each type that has it', before.replaceAll('id', 'request'), { id: 'request' }],
  ['another name in one of two types', before.replace('id:', 'request:'), {}],
  ['a name that was there before', before.replace('token:', 'scene:'), {}],
  ['another type too', before.replace('scene: string', 'room: number'), {}],
  ['no longer required too', before.replace('scene:', 'room?:'), {}],
  ['a field that came besides', before.replace('scene: string', 'room: string;\n    floor: string'), {}],
  ['a field that is gone', before.replace('    scene: string;\n', ''), {}],
  ['a type by another name', before.replace('Input', 'Request'), {}],
];

test.each(cases)('%s', (_, after, renames) => {
  expect(Object.fromEntries(findRenames(before, after))).toEqual(renames);
  // An edit that is undone is another edit.
  const back = Object.fromEntries(Object.entries(renames).map(([from, to]) => [to, from]));
  expect(Object.fromEntries(findRenames(after, before))).toEqual(back);
});
