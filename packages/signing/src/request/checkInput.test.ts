import { expect, it } from 'vitest';
import { checkInput } from './checkInput.ts';
import { operations } from '../generated/operations.ts';
import { FinAuthInputError } from '../errors.ts';
import type { OwnOperation } from '../operation.ts';

const operation = operations.getBizToken as OwnOperation;

function issuesOf(input: unknown): [field: string, rule: string][] {
  try {
    checkInput(operation, input);
    return [];
  } catch (error) {
    if (!(error instanceof FinAuthInputError)) throw error;
    return error.issues.map(({ field, rule }) => [field, rule]);
  }
}

it.each<[string, unknown, [string, string][]]>([
  ['text without a line break', { liveness_id: 'scene', uuid: 'user' }, []],
  ['CR LF, as a form has it', { liveness_id: 'a\r\nb\r\n\r\nc\r\n' }, []],
  ['LF', { liveness_id: 'a\nb' }, [['liveness_id', 'lineBreak']]],
  ['LF at its beginning', { liveness_id: '\nb' }, [['liveness_id', 'lineBreak']]],
  ['CR', { liveness_id: 'a\rb' }, [['liveness_id', 'lineBreak']]],
  ['CR at its end', { liveness_id: 'a\r' }, [['liveness_id', 'lineBreak']]],
  ['LF after CR LF', { liveness_id: 'a\r\n\nb' }, [['liveness_id', 'lineBreak']]],
  ['CR before CR LF', { liveness_id: 'a\r\r\nb' }, [['liveness_id', 'lineBreak']]],
  ['the first half of a pair', { liveness_id: 'a\uD83D' }, [['liveness_id', 'wellFormed']]],
  ['the second half', { liveness_id: '\uDE00' }, [['liveness_id', 'wellFormed']]],
  [
    'both faults, in two fields',
    { liveness_id: 'a\n', uuid: '\uD83D' },
    [
      ['liveness_id', 'lineBreak'],
      ['uuid', 'wellFormed'],
    ],
  ],
  [
    'both faults in one',
    { liveness_id: '\uD83D\n' },
    [
      ['liveness_id', 'wellFormed'],
      ['liveness_id', 'lineBreak'],
    ],
  ],
  ['a list', ['scene'], [['value', 'type']]],
  ['nothing', undefined, [['value', 'type']]],
  ['an undefined field that is not known', { liveness_id: 'scene', typo: undefined }, []],
  [
    'what cannot be read',
    {
      get liveness_id(): string {
        throw new Error('no');
      },
    },
    [['value', 'readable']],
  ],
])('%s', (_what, input, issues) => {
  expect(issuesOf(input)).toEqual(issues);
});

it('gives a copy, without what is undefined', () => {
  const input = { liveness_id: 'scene', uuid: undefined };
  const fields = checkInput(operation, input);
  expect(fields).toEqual({ liveness_id: 'scene' });
  expect(Object.hasOwn(fields, 'uuid')).toBe(false);
  expect(fields).not.toBe(input);
});
