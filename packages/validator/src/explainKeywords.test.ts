import { describe, expect, it } from 'vitest';
import { codePoints } from './codePoints.ts';
import { equal } from './equal.ts';
import { explain } from './explain.ts';
import { shownName } from './shownName.ts';

/** Every keyword of JSON Schema that the generated validators check, with the parameters that ajv gives it. */
const rows: [keyword: string, params: Record<string, unknown>, value: unknown, message: string][] = [
  ['required', { missingProperty: 'b' }, {}, 'a.b is required and missing: add it'],
  ['additionalProperties', { additionalProperty: 'b' }, {}, 'a.b is not a field that belongs here: check its spelling, or leave it out'],
  [
    'dependentRequired',
    { property: 'c', missingProperty: 'b', depsCount: 1, deps: 'b' },
    {},
    'a.b is missing, and c needs it: add it, or leave c out',
  ],
  ['x-requiredWhen', { property: 'c', value: '0', missingProperty: 'b' }, {}, 'a.b is missing, and required where c is "0": add it'],
  ['type', { type: 'string' }, 7, 'a must be of type string, and is a number'],
  ['type', { type: ['string', 'integer'] }, null, 'a must be of type string or integer, and is null'],
  ['const', { allowedValue: 'x' }, 'y', 'a must be "x"'],
  ['enum', { allowedValues: ['x', 1] }, 'y', 'a must be one of "x", 1'],
  ['minLength', { limit: 1 }, '', 'a must not be empty'],
  ['minLength', { limit: 3 }, 'x', 'a must be at least 3 characters long'],
  ['maxLength', { limit: 3 }, 'xxxx', 'a must be at most 3 characters long: shorten it'],
  ['pattern', { pattern: '^x' }, 'y', 'a must match the regular expression ^x'],
  ['minimum', { comparison: '>=', limit: 3 }, 1, 'a must be at least 3'],
  ['maximum', { comparison: '<=', limit: 3 }, 4, 'a must be at most 3'],
  ['exclusiveMinimum', { comparison: '>', limit: 3 }, 3, 'a must be more than 3'],
  ['exclusiveMaximum', { comparison: '<', limit: 3 }, 3, 'a must be less than 3'],
  ['multipleOf', { multipleOf: 2 }, 3, 'a must be a multiple of 2'],
  ['minItems', { limit: 1 }, [], 'a must have at least 1 item'],
  ['maxItems', { limit: 2 }, [1, 2, 3], 'a must have at most 2 items'],
  ['uniqueItems', { i: 1, j: 0 }, [1, 1], 'a must not have the same item twice: items 0 and 1 are equal'],
  ['contains', { minContains: 1 }, [], 'a must have at least 1 item of the kind that the API describes'],
  ['contains', { minContains: 1, maxContains: 2 }, [], 'a must have 1 to 2 items of the kind that the API describes'],
  ['minProperties', { limit: 1 }, {}, 'a must have at least 1 field'],
  ['maxProperties', { limit: 2 }, {}, 'a must have at most 2 fields'],
  ['propertyNames', { propertyName: 'b' }, {}, 'a has a field whose name the API does not allow: check its spelling'],
  ['anyOf', {}, 1, 'a must fit at least one of the forms that the API describes, and fits none'],
  ['oneOf', { passingSchemas: null }, 1, 'a must fit exactly one of the forms that the API describes, and fits none'],
  ['oneOf', { passingSchemas: [0, 1] }, 1, 'a must fit exactly one of the forms that the API describes, and fits more than one'],
  ['not', {}, 1, 'a must not have the form that the API rules out'],
  ['if', { failingKeyword: 'then' }, 1, 'a does not have the form that the API describes for a value like this one'],
  ['false schema', {}, 1, 'a must be left out: the API allows no value here'],
  ['x-binary', {}, 'text', 'a must be a Blob or File, and is a string: pass new Blob([bytes])'],
  [
    'x-maxBytes',
    { limit: 2, bytes: 3 },
    'xxx',
    'a must be at most 2 bytes long as UTF-8, and is 3 bytes: shorten it (bytes count, not characters)',
  ],
  ['x-maxBytes', { limit: 2, bytes: 3 }, new Blob(['xxx']), 'a must be a file of at most 2 bytes, and has 3 bytes: send a smaller one'],
  ['somethingNew', { of: 'ajv' }, 1, 'a does not fit the API’s description: the rule somethingNew does not hold'],
];

describe('each rule is told in a sentence', () => {
  it.each(rows)('%s %j', (keyword, params, value, message) => {
    const issue = explain({ instancePath: '/a', keyword, params }, { a: value });
    expect(issue).toMatchObject({ rule: keyword, message });
    expect(issue.message).not.toMatch(/[{}]|undefined|\[object/);
  });
});

it.each([
  ['', 0],
  ['abc', 3],
  ['é€', 2],
  ['😀', 1],
  ['a😀b😀', 4],
  ['\ud83d', 1],
  ['\ude00\ude00', 2],
  ['\ud83d\ud83d\ude00', 2],
])('%j has as many characters as JSON Schema counts: %i', (text, count) => {
  expect(codePoints(text)).toBe(count);
  expect([...text]).toHaveLength(count);
});

it.each<[unknown, unknown, boolean]>([
  [1, 1, true],
  [1, 2, false],
  [1, '1', false],
  [1, {}, false],
  [{}, 1, false],
  [{}, null, false],
  [null, {}, false],
  [[], {}, false],
  [[1, { a: 2 }], [1, { a: 2 }], true],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{}, {}, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1, b: 2 }, { a: 1, b: 3 }, false],
  [{ a: undefined }, { b: undefined }, false],
])('%j and %j are the same: %s', (left, right, same) => expect(equal(left, right)).toBe(same));

// A secret of FinAuth has 32 characters.
it.each([
  ['a'.repeat(31), 'a'.repeat(31)],
  ['a'.repeat(32), '(a name of 32 characters, not shown)'],
  ['\n', '(a name of 1 character, not shown)'],
  ['', '(a name of 0 characters, not shown)'],
])('the name %j is shown as %j', (name, shown) => expect(shownName(name)).toBe(shown));
