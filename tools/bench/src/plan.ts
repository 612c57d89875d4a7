import type { CallsPlan } from './measures/measureCalls.ts';

/** How much is measured. */
export interface Plan {
  readonly calls: CallsPlan;
  readonly memoryCalls: number;
  readonly signatures: { rounds: number; count: number };
  readonly validation: { rounds: number; count: number };
  readonly startupRounds: number;
  readonly regenerationRounds: number;
  /** The calls of the long run; 0 leaves it out. */
  readonly longRunCalls: number;
}

export const plans: Record<'full' | 'quick', Plan> = {
  full: {
    calls: { warmUpMs: 1_500, rounds: 21, roundMs: 150 },
    memoryCalls: 20_000,
    signatures: { rounds: 21, count: 20_000 },
    validation: { rounds: 21, count: 200_000 },
    startupRounds: 25,
    regenerationRounds: 3,
    longRunCalls: 1_000_000,
  },
  quick: {
    calls: { warmUpMs: 250, rounds: 5, roundMs: 40 },
    memoryCalls: 2_000,
    signatures: { rounds: 7, count: 4_000 },
    validation: { rounds: 7, count: 50_000 },
    startupRounds: 7,
    regenerationRounds: 1,
    longRunCalls: 0,
  },
};
