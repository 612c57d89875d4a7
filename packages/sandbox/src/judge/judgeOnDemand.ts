import type { Call } from '../call.ts';
import { scenarios } from '../generated/scenarios.ts';
import type { State } from '../state/state.ts';
import type { Route } from '../api/route.ts';
import type { Act } from './ruling.ts';
import type { Scenario } from '../api/scenario.ts';
import { askedFor } from './testId.ts';

/** A test ID gets the answer it asks for. */
export function judgeScenario({ route, values }: Call): Act | undefined {
  const name = askedFor(route!, values!);
  const scenario = name === undefined ? undefined : answersOf(route!)[name];
  if (scenario === undefined) return undefined;
  const field = route!.scenarioField!;
  return {
    verdict: 'scenario',
    scenario,
    why: { message: `The caller requested this response by its ${field}.`, field, got: String(values![field]) },
  };
}

/** What the sandbox was told to fail, fails: once, so many times, or at a rate. */
export function judgeFailure({ route }: Call, state: State): Act | undefined {
  const { fail } = state.settings;
  if (fail === null || fail.times === 0) return undefined;
  const scenario = fail.answer === undefined ? usualFailure(answersOf(route!)) : answersOf(route!)[fail.answer];
  // An operation that has no such answer does not fail in this way.
  if (scenario === undefined) return undefined;
  if (fail.rate !== undefined && state.random() >= fail.rate) return undefined;
  if (fail.times !== undefined) state.use({ ...state.settings, fail: { ...fail, times: fail.times - 1 } });
  return {
    verdict: 'failure',
    scenario,
    why: { message: 'The sandbox is set to fail this call. The call itself was correct.' },
  };
}

function answersOf({ operationId }: Route): Readonly<Record<string, Scenario>> {
  return scenarios[operationId]!;
}

/** INTERNAL_ERROR, where the operation has it, and else the first answer that says that FinAuth has failed. */
export function usualFailure(answers: Readonly<Record<string, Scenario>>): Scenario | undefined {
  const failures = Object.values(answers).filter(({ isSuccess }) => !isSuccess);
  return answers.INTERNAL_ERROR ?? failures.find(({ status }) => status >= 500) ?? failures[0];
}
