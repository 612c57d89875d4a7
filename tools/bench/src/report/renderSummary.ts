import type { Results } from '../results.ts';
import { describeBound } from './describeBound.ts';
import { withRange } from './figure.ts';
import { targets } from './targets.ts';

/** What ends a run: every aim, what was measured, and whether it is met. */
export function renderSummary(results: Results): string {
  const all = targets(results);
  const missed = all.filter(({ isMet }) => !isMet);
  const lines = all.map((target) =>
    [target.isMet ? 'met   ' : 'MISSED', describeBound(target).padEnd(6), withRange(target.measured).padEnd(20), target.what].join('  '),
  );
  const count = `${all.length - missed.length} of ${all.length} aims are met${missed.length > 0 ? `, ${missed.length} missed` : ''}.`;
  return `${lines.join('\n')}\n\n${count}${reserve(results)}`;
}

/** What a short run does not show must not pass for met. */
function reserve({ plan }: Results): string {
  return plan === 'full' ? '' : ` This was the ${plan} plan: its figures are rough, and what it leaves out is not among the aims.`;
}
