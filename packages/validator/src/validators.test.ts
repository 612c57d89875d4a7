import { byteLimits, signatureScheme } from '@finauth-sdk/client';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputValidators, isGetBizTokenRequest, validateErrorResponse, validateGetBizTokenRequest } from './generated/index.ts';
import { utf8Length } from './utf8Length.ts';

const request = { sign: 'c2lnbg==', sign_version: signatureScheme.algorithm, liveness_id: 'scene' };
const limit = byteLimits.getBizToken.uuid;
const tooLong = 'é'.repeat(Math.ceil((limit + 1) / 2));

describe('a verdict', () => {
  it('gives back the value it was given, typed', () => {
    expect(validateGetBizTokenRequest(request)).toEqual({ valid: true, value: request });
    expect(isGetBizTokenRequest(request)).toBe(true);
  });

  it.each<[string, unknown, string, string, string]>([
    ['a missing field', { ...request, sign: undefined }, 'sign', 'required', 'add it'],
    ['a wrong type', { ...request, liveness_id: 7 }, 'liveness_id', 'type', 'must be of type string, and is a number'],
    ['null', { ...request, uuid: null }, 'uuid', 'type', 'and is null'],
    ['another version', { ...request, sign_version: 'hmac_md5' }, 'sign_version', 'const', `"${signatureScheme.algorithm}"`],
    ['an empty text', { ...request, liveness_id: '' }, 'liveness_id', 'minLength', 'must not be empty'],
    [
      'too many bytes',
      { ...request, uuid: tooLong },
      'uuid',
      'x-maxBytes',
      `at most ${limit} bytes long as UTF-8, and is ${2 * tooLong.length} bytes`,
    ],
    ['no object', 'text', 'value', 'type', 'must be of type object, and is a string'],
  ])('names field, rule and remedy of %s', (_what, value, field, rule, says) => {
    const verdict = validateGetBizTokenRequest(value);
    expect(verdict).toMatchObject({ valid: false, issues: [{ field, rule }] });
    expect(verdict.valid || verdict.issues[0]!.message).toContain(says);
    expect(isGetBizTokenRequest(value)).toBe(false);
  });

  it('tells of everything that is wrong at once, and repeats no value', () => {
    const verdict = inputValidators.getBizToken({ uuid: 'personal'.repeat(20), sign: 'x' });
    expect(verdict.valid || verdict.issues.map(({ field }) => field).sort()).toEqual(['liveness_id', 'sign', 'uuid']);
    expect(JSON.stringify(verdict)).not.toContain('personal');
  });

  it.each([
    ['a code nobody listed', { error: 'NEW_CODE' }, true],
    ['a reason nobody listed', { error: 'AUTHORIZATION_ERROR: NEW_REASON' }, true],
    ['an error that is a number', { error: 403 }, false],
  ])('on an error with %s', (_what, value, valid) => {
    expect(validateErrorResponse(value).valid).toBe(valid);
  });
});

describe('the limit in bytes', () => {
  // Every code point but halves of surrogate pairs. As fast-check's own unit 'binary', which takes most of a second to make ready.
  const unit = fc.integer({ min: 0, max: 0x10_f7_ff }).map((number) => String.fromCodePoint(number < 0xd8_00 ? number : number + 0x8_00));
  it('counts as the platform encodes', () => {
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(utf8Length(text)).toBe(Buffer.byteLength(text));
      }),
    );
  });

  it.each([0x7f, 0x80, 0x7_ff, 0x8_00, 0xd7_ff, 0xe0_00, 0xff_ff, 0x1_00_00, 0x10_ff_ff])(
    'counts code point %i, at an edge, as the platform does',
    (point) => {
      expect(utf8Length(String.fromCodePoint(point))).toBe(Buffer.byteLength(String.fromCodePoint(point)));
    },
  );

  it('holds for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (uuid) => {
        expect(validateGetBizTokenRequest({ ...request, uuid }).valid).toBe(Buffer.byteLength(uuid) <= limit);
      }),
    );
  });
});

it('the generated code builds no code at run time and imports no package', async () => {
  const code = await readFile(new URL('./generated/checks.js', import.meta.url), 'utf8');
  expect(code).not.toMatch(/\beval\b|new Function|\brequire\(/);
  expect([...code.matchAll(/from '([^']+)'/g)].map(([, from]) => from)).toEqual(['../utf8Length.ts']);
});
