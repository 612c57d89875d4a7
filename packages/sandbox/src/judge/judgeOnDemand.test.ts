import { describe, expect, it } from 'vitest';
import type { Scenario } from '../api/scenario.ts';
import type { Call } from '../call.ts';
import { routes } from '../generated/routes.ts';
import { livenessPrefix, scenarios, type ScenarioName } from '../generated/scenarios.ts';
import { defaultSettings, type Failure } from '../state/settings.ts';
import type { State } from '../state/state.ts';
import { callOf } from '../testing/callOf.ts';
import { judgeFailure, judgeScenario, usualFailure } from './judgeOnDemand.ts';

const route = { ...routes[0]!, scenarioField: 'scene' };
const answers = scenarios[route.operationId]!;
const answer = Object.keys(answers)[0] as Exclude<ScenarioName, 'ok'>;

function call(values: Record<string, unknown> = {}): Call {
  return callOf({ route, values });
}

describe('a test ID', () => {
  it('gets the response that it requests', () => {
    const scene = livenessPrefix + answer;
    expect(judgeScenario(call({ scene }))).toEqual({
      verdict: 'scenario',
      scenario: answers[answer],
      why: { message: expect.stringContaining('requested this response by its scene'), field: 'scene', got: scene },
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['for the usual success', { scene: `${livenessPrefix}ok` }],
    ['that is none', { scene: 'example-scene' }],
    ['that was left out', {}],
  ])('%s leaves the call to the next judge', (_what, values) => {
    expect(judgeScenario(call(values))).toBeUndefined();
  });
});

describe('a sandbox that is set to fail', () => {
  /** What becomes of a call, and the settings afterwards. */
  function failed(fail: Failure): { act: ReturnType<typeof judgeFailure>; after: Failure | null; changes: number } {
    let settings = { ...defaultSettings, fail } as State['settings'];
    let changes = 0;
    const use: State['use'] = (next) => {
      settings = next;
      changes++;
    };
    const act = judgeFailure(call(), { settings, use, random: () => 0.5 } as State);
    return { act, after: settings.fail, changes };
  }

  it('fails with the response that it is set to', () => {
    expect(failed({ answer }).act).toEqual({
      verdict: 'failure',
      scenario: answers[answer],
      why: { message: expect.stringContaining('set to fail') },
    });
  });

  it('counts down how many times are left', () => {
    expect(failed({ answer, times: 2 }).after).toEqual({ answer, times: 1 });
  });

  it('does not fail a call of an operation without this response, and counts no failure', () => {
    const fail = { answer: 'no such answer' as typeof answer, times: 2 };
    expect(failed(fail)).toEqual({ act: undefined, after: fail, changes: 0 });
  });

  it('changes no setting where it fails without end', () => {
    expect(failed({ answer })).toMatchObject({ after: { answer }, changes: 0 });
  });

  it.each([
    ['equal', 0.5, false],
    ['below', 0.6, true],
  ])('fails a call only if the random number is below the rate: %s', (_what, rate, fails) => {
    expect(failed({ answer, rate }).act !== undefined).toBe(fails);
  });
});

describe('the usual failure', () => {
  const ended = (status: number): Scenario => ({ meaning: '', status, headers: {}, body: null });
  const success: Scenario = { ...ended(200), isSuccess: true };
  const [refused, failing, INTERNAL_ERROR] = [ended(403), ended(500), ended(500)];

  it.each<[string, Record<string, Scenario>, Scenario | undefined]>([
    ['INTERNAL_ERROR, where the operation has it', { success, refused, failing, INTERNAL_ERROR }, INTERNAL_ERROR],
    ['else the first of a status from 500', { success, refused, failing, later: ended(503) }, failing],
    ['else the first that is no success', { success, refused, later: ended(404) }, refused],
    ['none, where all are successes', { success }, undefined],
  ])('is %s', (_what, given, expected) => {
    expect(usualFailure(given)).toBe(expected);
  });
});
