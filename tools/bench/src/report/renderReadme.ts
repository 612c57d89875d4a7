import { type ContenderId, contenderIds } from '../contenders/contenders.ts';
import type { Results } from '../results.ts';
import { ratio, spread } from '../statistics.ts';
import { figure } from './figure.ts';
import { listVersions } from './listVersions.ts';
import { markdownTable } from '../../../markdownTable.ts';
import { nameOf } from './nameOf.ts';

const BEGIN = '<!-- bench:begin -->';
const END = '<!-- bench:end -->';

/** The README with the block between its two marks made anew. */
export function renderReadme(readme: string, { calls, machine }: Results): string {
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin === -1 || end < begin)
    throw new Error(`README.md has no ${BEGIN} with ${END} after it: put them where the figures are to stand.`);
  const base = calls[32].fetchFormData.perSecond;
  const speed = (id: ContenderId): number => spread(calls[32][id].perSecond).median;
  const rows = contenderIds
    .toSorted((a, b) => speed(b) - speed(a))
    .map((id) => [
      nameOf(id),
      figure(speed(id)),
      `${figure(ratio(calls[32][id].perSecond, base).median)} ×`,
      figure(spread(calls[32][id].cpuMicros).median),
    ]);
  const table = markdownTable(['32 calls in flight', 'Calls per second', 'Against by hand', 'CPU µs per call'], rows, 'figures');
  const where = `${machine.cpu}, ${machine.cores} cores, ${machine.system}, ${machine.date}; ${listVersions(machine)}`;
  const plot = '![Signed calls per second, as a multiple of hand-written code](tools/bench/results/calls.svg)';
  return `${readme.slice(0, begin + BEGIN.length)}\n\n${plot}\n\n${table}\n\nMedians of one run, by \`npm run bench\`. [All of it](tools/bench/results/results.md), with the aims that are met and missed, memory, signatures and\nvalidation.\n\n${where}.\n\n${readme.slice(end)}`;
}
