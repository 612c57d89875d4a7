import type { Target } from './targets.ts';

/** What a ratio is to be. */
export function describeBound({ bound }: Target): string {
  return 'atLeast' in bound ? `≥ ${bound.atLeast}` : `≤ ${bound.atMost}`;
}
