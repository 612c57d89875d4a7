import { byteLimits } from '@finauth-sdk/client';
import { expect, it } from 'vitest';
import { explain } from './explain.ts';
import { validateGetBizTokenInput } from './generated/index.ts';
import type { CheckError } from './explain.ts';

const wrong = (instancePath: string, keyword: string, params: CheckError['params'] = {}): CheckError => ({ instancePath, keyword, params });

it.each<[string, CheckError, unknown, string]>([
  ['a field', wrong('/uuid', 'type', { type: 'string' }), { uuid: 7 }, 'uuid'],
  ['the whole value', wrong('', 'type', { type: 'object' }), 7, 'value'],
  ['an item of a list', wrong('/images/0', 'type', { type: 'string' }), { images: [7] }, 'images.0'],
  ['a missing field', wrong('', 'required', { missingProperty: 'sign' }), {}, 'sign'],
  ['a missing field of a field', wrong('/meta', 'required', { missingProperty: 'sign' }), { meta: {} }, 'meta.sign'],
  ['a field too many', wrong('', 'additionalProperties', { additionalProperty: 'extra' }), { extra: 1 }, 'extra'],
  ['a name with a slash', wrong('/a~1b', 'type', { type: 'string' }), { 'a/b': 7 }, 'a/b'],
  ['a name with a tilde', wrong('/a~0b', 'type', { type: 'string' }), { 'a~b': 7 }, 'a~b'],
  ['a name that looks like an escape', wrong('/a~01b', 'type', { type: 'string' }), { 'a~1b': 7 }, 'a~1b'],
  ['slashes and tildes, more than one', wrong('/~1~1~0~0', 'type', { type: 'string' }), { '//~~': 7 }, '//~~'],
  [
    'a name beside the rule’s own word for it',
    wrong('/a', 'type', { type: 'string', missingProperty: 'b', additionalProperty: 'c' }),
    { a: 7 },
    'a',
  ],
])('names %s', (_what, error, value, field) => {
  const issue = explain(error, value);
  expect(issue).toMatchObject({ field, rule: error.keyword });
  expect(issue.message.startsWith(`${field} `)).toBe(true);
  // The value was found by the very same path.
  if (error.keyword === 'type') expect(issue.message).toContain('is a number');
});

it.each<[string, string, string]>([
  ['that has a secret’s length', 'k'.repeat(32), '(a name of 32 characters, not shown)'],
  ['that would forge a line of a log', 'uid\n2026-11-26 paid', '(a name of 19 characters, not shown)'],
  ['with what a terminal acts on', '\u001b[2J', '(a name of 4 characters, not shown)'],
  ['that is somebody’s data', 'Jane Doe, born 1980', '(a name of 19 characters, not shown)'],
  ['with a mark of direction', 'uid\u202e', '(a name of 4 characters, not shown)'],
  ['of one odd character', '\u0000', '(a name of 1 character, not shown)'],
  ['that is empty', '', '(a name of 0 characters, not shown)'],
  ['of a million characters', 'x'.repeat(1_000_000), '(a name of 1000000 characters, not shown)'],
])('shows no name %s', (_what, name, shown) => {
  const verdict = validateGetBizTokenInput({ liveness_id: 'scene', [name]: 1 });
  const issue = {
    field: shown,
    rule: 'additionalProperties',
    message: `${shown} is not a field that belongs here: check its spelling, or leave it out`,
  };
  expect(verdict).toEqual({ valid: false, issues: [issue] });
});

it('names each field of the spec, however long its name is', () => {
  const name = 'authentication_reference_number_of_the_check';
  expect(explain(wrong('', 'required', { missingProperty: name }), {}).message).toBe(`${name} is required and missing: add it`);
  expect(explain(wrong(`/${name}`, 'type', { type: 'string' }), { [name]: 7 }).field).toBe(name);
  // A key of a map, which anybody may have chosen.
  expect(explain(wrong('/paid\n2026-11-26/0', 'type', { type: 'string' }), {}).field).toBe('(a name of 15 characters, not shown).0');
});

it.each<[string, CheckError['params'], unknown, string]>([
  ['required', { missingProperty: 'f' }, {}, 'f is required and missing: add it'],
  ['additionalProperties', { additionalProperty: 'f' }, {}, 'f is not a field that belongs here: check its spelling, or leave it out'],
  ['x-binary', {}, 'text', 'value must be a Blob or File, and is a string: pass new Blob([bytes])'],
  ['const', { allowedValue: 'hmac_sha1' }, 'x', 'value must be "hmac_sha1"'],
  ['enum', { allowedValues: ['0', 1] }, 'x', 'value must be one of "0", 1'],
  ['minLength', { limit: 1 }, '', 'value must not be empty'],
  ['minLength', { limit: 2 }, 'x', 'value must be at least 2 characters long'],
  [
    'x-maxBytes',
    { limit: 2, bytes: 3 },
    'xyz',
    'value must be at most 2 bytes long as UTF-8, and is 3 bytes: shorten it (bytes count, not characters)',
  ],
  ['maximum', { comparison: '<=', limit: 9 }, 10, 'value must be at most 9'],
  ['type', { type: ['string', 'null'] }, 7, 'value must be of type string or null, and is a number'],
])('says what %s asks, what there was and what to do', (keyword, params, value, message) => {
  expect(explain(wrong('', keyword, params), value)).toEqual({ field: message.split(' ')[0], rule: keyword, message });
});

it.each<[unknown, string]>([
  [null, 'null'],
  [undefined, 'undefined'],
  [['x'], 'an array'],
  [{}, 'an object'],
  [true, 'a boolean'],
  [7n, 'a bigint'],
])('says what was there without its content: %s', (value, kind) => {
  expect(explain(wrong('/f', 'type', { type: 'string' }), { f: value }).message).toBe(`f must be of type string, and is ${kind}`);
});

it('takes what a path leads to nowhere for undefined', () => {
  expect(explain(wrong('/a/b', 'type', { type: 'string' }), null).message).toContain('and is undefined');
});

it.each(['x', 'é', '€', '😀', '\ud800'])('takes exactly as many bytes as the spec says, of “%s”', (character) => {
  const limit = byteLimits.getBizToken.uuid;
  const bytes = new TextEncoder().encode(character).length;
  const full = character.repeat(Math.floor(limit / bytes)).padEnd(Math.floor(limit / bytes) * character.length + (limit % bytes), 'x');
  expect(validateGetBizTokenInput({ liveness_id: 'scene', uuid: full }).valid).toBe(true);
  expect(validateGetBizTokenInput({ liveness_id: 'scene', uuid: `${full}x` })).toMatchObject({
    valid: false,
    issues: [{ rule: 'x-maxBytes' }],
  });
});
