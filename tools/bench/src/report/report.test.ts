import { expect, it } from 'vitest';
import { contenderIds } from '../contenders/contenders.ts';
import { IN_FLIGHT } from '../measures/measureCalls.ts';
import type { Results } from '../results.ts';
import { renderMarkdown } from './renderMarkdown.ts';
import { renderPlot } from './renderPlot.ts';
import { renderReadme } from './renderReadme.ts';
import { targets } from './targets.ts';

it('says of each aim whether it is met, and of a miss that it is one', () => {
  const quick = targets(results({ ours: 150, fetchFormData: 100, fetchBody: 150, oursOnUndici: 700, oursOnNode: 400 }));
  const met = Object.fromEntries(quick.map(({ what, isMet }) => [what, isMet]));
  expect(met['calls on fetch, against fetch + FormData + createHmac']).toBe(true);
  expect(met['calls on undici, against fetch + FormData + createHmac']).toBe(true);
  expect(met['calls on node:https, against fetch + FormData + createHmac']).toBe(false);
});

it('finds a heap that grows, sockets that stay and listeners that are left', () => {
  const tenth = { heapBytes: 10e6, sockets: 32, listeners: 0 };
  const grown = { ...results(), longRun: [tenth, tenth, { heapBytes: 11e6, sockets: 33, listeners: 1 }] };
  expect(
    targets(grown)
      .slice(-3)
      .map(({ isMet }) => isMet),
  ).toEqual([false, false, false]);
  expect(
    targets({ ...grown, longRun: [tenth, tenth, tenth] })
      .slice(-3)
      .map(({ isMet }) => isMet),
  ).toEqual([true, true, true]);
});

it('has every contender in the tables and in the plot', () => {
  const markdown = renderMarkdown(results());
  const plot = renderPlot(results());
  expect(markdown.match(/\| bare undici\.request, body by hand \|/g)).toHaveLength(IN_FLIGHT.length);
  expect(plot.match(/<rect/g)).toHaveLength(contenderIds.length);
  expect(plot).toContain('<title');
});

it('changes nothing of the README but what is between its marks', () => {
  const readme = 'before\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nafter';
  const changed = renderReadme(readme, results());
  expect(changed.startsWith('before\n<!-- bench:begin -->\n')).toBe(true);
  expect(changed.endsWith('<!-- bench:end -->\nafter')).toBe(true);
  expect(changed).not.toContain('old');
  expect(renderReadme(changed, results())).toBe(changed);
  expect(() => renderReadme('no marks', results())).toThrow('bench:begin');
});

/** A run of one round in which everything takes as long as everything else, but for what is given. */
function results(perSecond: Partial<Record<(typeof contenderIds)[number], number>> = {}): Results {
  const of = <T>(value: (id: (typeof contenderIds)[number]) => T) =>
    Object.fromEntries(contenderIds.map((id) => [id, value(id)])) as Record<(typeof contenderIds)[number], T>;
  const calls = of((id) => ({ perSecond: [perSecond[id] ?? 100], cpuMicros: [50] }));
  return {
    machine: {
      date: '2026-01-01',
      cpu: 'a processor',
      cores: 2,
      memoryGib: 8,
      system: 'linux x64',
      commit: 'abc',
      versions: { node: '24.0.0' },
    },
    plan: 'full',
    calls: { 1: calls, 32: calls, 256: calls },
    peakMemory: of(() => 2 ** 26),
    signatures: { Node: { naive: [3000], noble: [2000], webCrypto: [9000], ours: [1000] } },
    validation: { ours: [100], zod: [200], valibot: [300] },
    startup: { fetchBody: [50], ours: [51], oursOnUndici: [60], oursOnNode: [40] },
    sizes: { ours: { minified: 100, gzipped: 50 } },
    regeneration: { whole: [2000], nothingToDo: [500] },
    longRun: [],
  };
}
