import type { Verdict } from '@finauth-sdk/validator';
import { describe, expect, it } from 'vitest';
import type { Call } from '../call.ts';
import { routes } from '../generated/routes.ts';
import { livenessPrefix } from '../generated/scenarios.ts';
import { callOf } from '../testing/callOf.ts';
import { judgeBad } from './judgeBad.ts';
import { operationsAnswering, testIdsOf } from './testId.ts';

/** A call whose fields the validator has this verdict on. */
function call({
  scene,
  operationId = routes[0]!.operationId,
  verdict,
}: {
  scene?: string;
  operationId?: string;
  verdict?: Verdict<unknown>;
}): Call {
  return callOf({
    route: { ...routes[0]!, operationId, scenarioField: 'scene', validate: (value) => verdict ?? { valid: true, value } },
    form: { parts: [], strangers: [], unread: false },
    values: { scene },
    undecodable: [],
  });
}

describe('a value that the validator refuses', () => {
  const refusal = (rule: string): ReturnType<typeof judgeBad> =>
    judgeBad(
      call({
        verdict: {
          valid: false,
          issues: [
            { field: 'person.name', rule, message: 'person.name is wrong' },
            { field: 'other', rule, message: 'other is wrong' },
          ],
        },
      }),
    );
  const told = { verdict: 'refused', detail: 'person', why: { message: 'person.name is wrong.', field: 'person' } };

  it('is bad; the first is named, without what is within it', () => {
    expect(refusal('type')).toEqual({ ...told, code: 'BAD_ARGUMENTS' });
  });

  it('is missing if another field requires it', () => {
    expect(refusal('x-requiredWhen')).toEqual({ ...told, code: 'MISSING_ARGUMENTS' });
  });
});

describe('a test ID', () => {
  const ids = routes.map(({ operationId }) => [operationId, Object.entries(testIdsOf(operationId))] as const);
  const foreign = routes.flatMap(({ operationId }) => {
    const own = testIdsOf(operationId);
    const name = ids.flatMap(([, entries]) => entries.map(([answer]) => answer)).find((answer) => !Object.hasOwn(own, answer));
    return name === undefined ? [] : [{ operationId, name, scene: livenessPrefix + name }];
  });

  it.each(routes)('of $operationId is accepted by it', ({ operationId }) => {
    for (const scene of Object.values(testIdsOf(operationId))) expect(judgeBad(call({ operationId, scene }))).toBeUndefined();
  });

  it('that there is none of is bad', () => {
    const { operationId } = routes[0]!;
    const scene = `${livenessPrefix}no such answer`;
    expect(judgeBad(call({ operationId, scene }))?.why).toEqual({
      message: expect.stringContaining('No answer has this test ID'),
      field: 'scene',
      expected: Object.values(testIdsOf(operationId)).join(', '),
      got: scene,
    });
  });

  it.each(foreign)('of another operation is bad: $scene for $operationId', ({ operationId, name, scene }) => {
    expect(judgeBad(call({ operationId, scene }))?.why).toEqual({
      message: expect.stringContaining(`an answer of ${operationsAnswering(name).join(' and ')}, which ${operationId} does not have`),
      field: 'scene',
      expected: Object.values(testIdsOf(operationId)).join(', '),
      got: scene,
    });
  });
});
