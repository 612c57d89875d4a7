import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentedAnswer } from './documentedAnswer.ts';
import { describeMachine } from './machine.ts';
import { measureCalls } from './measures/measureCalls.ts';
import { measureMemory } from './measures/measureMemory.ts';
import { measureMillion } from './measures/measureMillion.ts';
import { measureRegeneration } from './measures/measureRegeneration.ts';
import { measureSignatures } from './measures/measureSignatures.ts';
import { measureSizes } from './measures/measureSizes.ts';
import { measureStartup } from './measures/measureStartup.ts';
import { measureValidation } from './measures/measureValidation.ts';
import { startRuntimes } from './measures/runtimes.ts';
import { plans } from './plan.ts';
import type { Results } from './results.ts';
import { startAnswerServer } from './startAnswerServer.ts';

/** Measures everything, one thing after the other. */
export async function runAll(planName: keyof typeof plans, say: (what: string) => void): Promise<Results> {
  const plan = plans[planName];
  const answer = await documentedAnswer();
  const scratch = await mkdtemp(join(tmpdir(), 'finauth-bench-'));
  const server = await startAnswerServer(answer);
  const target = { url: server.url, apiKey: 'bench-key', apiSecret: 'bench-secret' };
  const tell = <T>(what: string, measured: () => T): T => (say(what), measured());
  try {
    // Every measurement has the machine to itself: no two of them at once.
    const calls = await measureCalls(target, plan.calls, say);
    const peakMemory = await tell('peak memory', () => measureMemory(target, plan.memoryCalls));
    const startup = await tell('process start to first token', () => measureStartup(target, plan.startupRounds));
    const runtimes = await startRuntimes(scratch);
    const signatures = await measureSignatures(runtimes, plan.signatures, say);
    for (const runtime of runtimes) await runtime.close();
    const validation = await tell('validation', () => measureValidation(answer, plan.validation));
    const sizes = await tell('bundle sizes', measureSizes);
    const regeneration = await tell('regeneration', () => measureRegeneration(plan.regenerationRounds));
    const longRun = plan.longRunCalls === 0 ? [] : await tell('the long run', () => measureMillion(target, plan.longRunCalls));
    return { machine: describeMachine(), plan: planName, calls, peakMemory, signatures, validation, startup, sizes, regeneration, longRun };
  } finally {
    server.close();
    await rm(scratch, { recursive: true, force: true });
  }
}
