import type { ContenderId } from './contenders/contenders.ts';
import type { Calls } from './measures/measureCalls.ts';
import type { LongRun } from './measures/measureMillion.ts';
import type { Size } from './measures/measureSizes.ts';
import type { Signatures } from './measures/measureSignatures.ts';
import type { StartupProgram } from './measures/measureStartup.ts';
import type { ValidatorId } from './measures/measureValidation.ts';
import type { Machine } from './machine.ts';
import type { PlanName } from './plan.ts';

/** What one run has measured, as it is kept in results.json. Every list has a number for each round, but for those of the long run, which has tenths. */
export interface Results {
  readonly machine: Machine;
  /** What the plan is called: only the full one's figures are worth quoting. */
  readonly plan: PlanName;
  readonly calls: Calls;
  /** Bytes. */
  readonly peakMemory: Record<ContenderId, number[]>;
  readonly signatures: Signatures;
  /** Nanoseconds. */
  readonly validation: Record<ValidatorId, number[]>;
  /** Milliseconds. */
  readonly startup: Record<StartupProgram, number[]>;
  readonly sizes: Record<string, Size>;
  /** Milliseconds. */
  readonly regeneration: { readonly whole: number[]; readonly nothingToDo: number[] };
  /** Empty if the plan leaves the long run out. */
  readonly longRun: LongRun;
}
