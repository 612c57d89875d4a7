import type { CallsPlan } from './measures/measureCalls.ts';

/** How much is measured. */
export interface Plan {
  readonly calls: CallsPlan;
  readonly memory: { rounds: number; calls: number };
  readonly signatures: { rounds: number; count: number };
  readonly validation: { rounds: number; count: number };
  readonly startupRounds: number;
  readonly regenerationRounds: number;
  /** The calls of the long run on each transport; 0 leaves it out. */
  readonly longRunCalls: number;
}

export type PlanName = 'full' | 'quick' | 'smoke';

export const plans: Record<PlanName, Plan> = {
  /** A quarter of an hour, for figures to quote. */
  full: {
    calls: { warmUpMs: 2_000, rounds: 21, roundMs: 150 },
    memory: { rounds: 5, calls: 20_000 },
    signatures: { rounds: 21, count: 50_000 },
    validation: { rounds: 21, count: 200_000 },
    startupRounds: 51,
    regenerationRounds: 5,
    longRunCalls: 1_000_000,
  },
  /** Under a minute, for a look at what an edit does. */
  quick: {
    calls: { warmUpMs: 100, rounds: 5, roundMs: 40 },
    memory: { rounds: 2, calls: 300 },
    signatures: { rounds: 5, count: 8_000 },
    validation: { rounds: 7, count: 50_000 },
    startupRounds: 5,
    regenerationRounds: 1,
    longRunCalls: 0,
  },
  /** Seconds, for the test that everything runs. Its figures say nothing. */
  smoke: {
    calls: { warmUpMs: 0, rounds: 1, roundMs: 5 },
    memory: { rounds: 1, calls: 50 },
    signatures: { rounds: 1, count: 4_000 },
    validation: { rounds: 1, count: 1_000 },
    startupRounds: 1,
    regenerationRounds: 1,
    longRunCalls: 1_000,
  },
};
