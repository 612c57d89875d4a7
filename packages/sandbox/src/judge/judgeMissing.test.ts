import { expect, it } from 'vitest';
import type { Call } from '../call.ts';
import type { Form } from '../form/form.ts';
import { routes } from '../generated/routes.ts';
import { callOf } from '../testing/callOf.ts';
import { judgeMissing } from './judgeMissing.ts';

/** A call of an operation that requires two fields, with these in its form. */
function call(names: readonly string[], form: Partial<Form> = {}): Call {
  return callOf({
    route: { ...routes[0]!, required: ['first', 'second'] },
    form: {
      parts: names.map((name) => ({ name, bytes: Buffer.alloc(0), mediaType: '' })),
      strangers: [],
      unread: false,
      ...form,
    },
    values: Object.fromEntries(names.map((name) => [name, ''])),
  });
}

it('accepts a call with all required fields', () => {
  expect(judgeMissing(call(['second', 'first']))).toBeUndefined();
});

it('leaves a form that ended within a field to the next judge', () => {
  expect(judgeMissing(call([], { broken: 'first' }))).toBeUndefined();
});

it('names the first missing field and all that are required', () => {
  expect(judgeMissing(call([]))).toEqual({
    verdict: 'refused',
    code: 'MISSING_ARGUMENTS',
    detail: 'first',
    why: { message: 'The field first is missing.', field: 'first', expected: 'first, second', got: 'no field at all' },
  });
});

it('says first why the form could not be read', () => {
  expect(judgeMissing(call([], { trouble: 'It is no form.' }))?.why.message).toBe('It is no form. The field first is missing.');
});

it.each<[string, Call, string]>([
  ['a field of the operation', call(['first']), 'first'],
  ['a field that came twice, once', call(['first', 'first']), 'first'],
  ['fields that the operation does not have', call([], { strangers: ['other', 'another'] }), 'other, another'],
  ['both, in this order', call(['first'], { strangers: ['other'] }), 'first, other'],
  ['none, where the only one has no name', call([], { strangers: [''] }), 'no field at all'],
])('lists what arrived: %s', (_what, given, got) => {
  expect(judgeMissing(given)?.why.got).toBe(got);
});
