import { byteLimits } from '@finauth-sdk/client';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { validateGetBizTokenInput } from './generated/index.ts';
import type { Issue } from './verdict.ts';

/** An error of ajv's in words, at a place within a value. */
function said(instancePath: string, keyword: string, params: Record<string, unknown>, value: unknown = {}): Issue {
  return explain({ instancePath, keyword, params }, value);
}

describe('the field', () => {
  it.each([
    ['', 'value'],
    ['/uuid', 'uuid'],
    ['/images/0', 'images.0'],
    // As a JSON Pointer has a slash and a tilde, in whatever order they come.
    ['/a~1b', 'a/b'],
    ['/a~0b', 'a~b'],
    ['/a~01b', 'a~1b'],
    ['/~1~0/x~1y~1z', '/~.x/y/z'],
  ])('of the pointer “%s” is %s', (pointer, field) => {
    expect(said(pointer, 'minLength', { limit: 1 }).field).toBe(field);
  });

  it('is the one that is missing, or that belongs elsewhere', () => {
    expect(said('', 'required', { missingProperty: 'sign' })).toMatchObject({ field: 'sign', rule: 'required' });
    expect(said('/a~1b', 'required', { missingProperty: 'c' }).field).toBe('a/b.c');
    expect(said('/a', 'additionalProperties', { additionalProperty: 'b' }).field).toBe('a.b');
  });
});

describe('what there was', () => {
  it.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [[], 'an array'],
    [{}, 'an object'],
    [7, 'a number'],
    ['x', 'a string'],
    [true, 'a boolean'],
  ])('%j is %s', (value, kind) => {
    const at = '/a~1b/0';
    expect(said(at, 'type', { type: ['string', 'null'] }, { 'a/b': [value] }).message).toBe(
      `a/b.0 must be of type string or null, and is ${kind}`,
    );
    expect(said(at, 'x-binary', {}, { 'a/b': [value] }).message).toContain(`must be a Blob or File, and is ${kind}`);
  });

  it('is undefined where the way to it ends', () => {
    expect(said('/a/b/c', 'type', { type: 'string' }, { a: null }).message).toContain('is undefined');
  });
});

it.each([
  ['enum', { allowedValues: ['a', 1] }, 'must be one of "a", 1'],
  ['const', { allowedValue: 'a' }, 'must be "a"'],
  ['minLength', { limit: 1 }, 'must not be empty'],
  ['minLength', { limit: 2 }, 'must be at least 2 characters long'],
  ['x-maxBytes', { limit: 128, bytes: 129 }, 'must be at most 128 bytes long as UTF-8, and is 129 bytes'],
  ['maximum', { limit: 3 }, 'breaks the rule maximum {"limit":3}'],
])('says of %s %j: %s', (rule, params, words) => {
  const issue = said('/x', rule, params);
  expect(issue).toMatchObject({ field: 'x', rule });
  expect(issue.message).toMatch(new RegExp(`^x ${words.replaceAll(/[{}"]/g, String.raw`\$&`)}`));
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
