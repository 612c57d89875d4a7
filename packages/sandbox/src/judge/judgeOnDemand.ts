import type { Call } from '../call.ts';
import { liveness, type ScenarioName, scenarios } from '../generated/scenarios.ts';
import type { House } from '../house.ts';
import type { Act } from '../ruling.ts';
import type { Scenario } from '../scenario.ts';

type Failing = Exclude<ScenarioName, 'ok'>;

/** INTERNAL_ERROR, as long as the error model has it, and else the first answer that says that FinAuth has failed. */
const usualFailure: Failing = (Object.keys(scenarios) as Failing[]).toSorted((a, b) => rank(a) - rank(b))[0]!;

function rank(name: Failing): number {
  if (String(name) === 'INTERNAL_ERROR') return 0;
  return scenarios[name].status >= 500 ? 1 : 2;
}

/** A test liveness_id gets the answer it asks for. */
export function judgeScenario({ route, values }: Call): Act | undefined {
  const field = route!.scenarioField;
  if (field === undefined) return undefined;
  const scenario = (Object.keys(liveness) as ScenarioName[]).find((name) => liveness[name] === values![field]);
  if (scenario === undefined || scenario === 'ok') return undefined;
  // Another operation's success is none of this one.
  const { operation }: Scenario = scenarios[scenario];
  if (operation !== undefined && operation !== route!.operationId) return undefined;
  return {
    verdict: 'scenario',
    scenario,
    why: { message: `The caller asked for this answer by its ${field}.`, field, got: liveness[scenario] },
  };
}

/** What the sandbox was told to fail, fails: once, so many times, or at a rate. */
export function judgeFailure(_call: Call, house: House): Act | undefined {
  const { fail } = house.settings;
  if (fail === null || fail.times === 0) return undefined;
  if (fail.rate !== undefined && house.random() >= fail.rate) return undefined;
  if (fail.times !== undefined) house.use({ ...house.settings, fail: { ...fail, times: fail.times - 1 } });
  return {
    verdict: 'failure',
    scenario: fail.answer ?? usualFailure,
    why: { message: 'The sandbox was told to fail this call. All else about it was right.' },
  };
}
