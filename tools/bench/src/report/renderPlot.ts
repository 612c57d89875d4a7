import { contenderIds, contenders, type ContenderId } from '../contenders/contenders.ts';
import type { Results } from '../results.ts';
import { ratio } from '../statistics.ts';
import { figure } from './figure.ts';

const WIDTH = 760;
const LABELS = 270;
const VALUES = 70;
const ROW = 26;
const TOP = 58;
const BOTTOM = 40;

/** A bar for each contender: calls per second with 32 in flight, as a multiple of hand-written code. */
export function renderPlot({ calls, machine }: Results): string {
  const base = calls[32].fetchFormData.perSecond;
  const bars = contenderIds.map((id) => ({ id, times: ratio(calls[32][id].perSecond, base).median })).toSorted((a, b) => b.times - a.times);
  const scale = (WIDTH - LABELS - VALUES) / bars[0]!.times;
  const height = TOP + bars.length * ROW + BOTTOM;
  const title = 'Signed calls per second, 32 in flight, as a multiple of fetch + FormData + createHmac';
  const summary = bars.map(({ id, times }) => `${contenders[id].name}: ${figure(times)} times`).join('; ');
  const rows = bars.map(({ id, times }, index) => bar(id, times, times * scale, TOP + index * ROW));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title summary">
<title id="title">${title}</title>
<desc id="summary">${summary}</desc>
<style>
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.small { font-size: 11px; fill: #59636e; }
.head { font-weight: 600; font-size: 14px; }
.ours { font-weight: 600; }
rect { fill: #9aa4b0; }
rect.ours { fill: #0969da; }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3; } .small { fill: #9198a1; } rect { fill: #656c76; } rect.ours { fill: #4493f8; } }
</style>
<text class="head" x="0" y="18">Signed calls per second, 32 in flight</text>
<text class="small" x="0" y="36">as a multiple of fetch + FormData + createHmac; medians of interleaved rounds</text>
${rows.join('\n')}
<text class="small" x="0" y="${height - 12}">${machine.cpu}, ${machine.cores} cores, Node ${machine.versions['node']}, ${machine.date}</text>
</svg>
`;
}

function bar(id: ContenderId, times: number, width: number, y: number): string {
  const contender: { name: string; isOurs?: boolean } = contenders[id];
  const mark = contender.isOurs ? ' class="ours"' : '';
  const middle = y + 17;
  return [
    `<text${mark} x="${LABELS - 10}" y="${middle}" text-anchor="end">${contender.name}</text>`,
    `<rect${mark} x="${LABELS}" y="${y + 4}" width="${width.toFixed(1)}" height="${ROW - 8}" rx="2"/>`,
    `<text${mark} x="${(LABELS + width + 6).toFixed(1)}" y="${middle}">${figure(times)} ×</text>`,
  ].join('\n');
}
