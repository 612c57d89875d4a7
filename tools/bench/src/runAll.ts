import { documentedAnswer } from './documentedAnswer.ts';
import { describeMachine } from './machine.ts';
import { measureCalls } from './measures/measureCalls.ts';
import { measureMemory } from './measures/measureMemory.ts';
import { measureMillion } from './measures/measureMillion.ts';
import { measureRegeneration } from './measures/measureRegeneration.ts';
import { measureSignatures, type Signatures } from './measures/measureSignatures.ts';
import { measureSizes } from './measures/measureSizes.ts';
import { measureStartup } from './measures/measureStartup.ts';
import { measureValidation } from './measures/measureValidation.ts';
import { startRuntimes } from './measures/runtimes.ts';
import { type Plan, type PlanName, plans } from './plan.ts';
import type { Results } from './results.ts';
import { startAnswerServer } from './startAnswerServer.ts';

/** Measures everything, one thing after the other. */
export async function runAll(planName: PlanName, say: (what: string) => void): Promise<Results> {
  const plan = plans[planName];
  // Before anything else, so that it is not found at the end of a long run that it cannot be described.
  const machine = describeMachine();
  const answer = await documentedAnswer();
  const server = await startAnswerServer(answer);
  const target = { url: server.url, apiKey: 'bench-key', apiSecret: 'bench-secret' };
  const tell = <T>(what: string, measured: () => T): T => (say(what), measured());
  try {
    // Every measurement has the machine to itself: no two of them at once.
    const calls = await tell('calls, by every way, with 1, 32 and 256 in flight', () => measureCalls(target, plan.calls));
    const peakMemory = await tell('peak memory', () => measureMemory(target, plan.memory));
    const startup = await tell('process start to first token', () => measureStartup(target, plan.startupRounds));
    const signatures = await signaturesOnAll(plan.signatures, say);
    const validation = await tell('validation', () => measureValidation(answer, plan.validation));
    const sizes = await tell('bundle sizes', measureSizes);
    const regeneration = await tell('regeneration', () => measureRegeneration(plan.regenerationRounds));
    const longRun = plan.longRunCalls === 0 ? {} : await measureMillion(answer, plan.longRunCalls, say);
    return { machine, plan: planName, calls, peakMemory, signatures, validation, startup, sizes, regeneration, longRun };
  } finally {
    server.close();
  }
}

async function signaturesOnAll(plan: Plan['signatures'], say: (what: string) => void): Promise<Signatures> {
  const runtimes = await startRuntimes();
  try {
    return await measureSignatures(runtimes, plan, say);
  } finally {
    for (const runtime of runtimes) await runtime.close();
  }
}
