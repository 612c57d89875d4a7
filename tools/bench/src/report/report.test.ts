import { expect, it } from 'vitest';
import { contenderIds, contenders } from '../contenders/contenders.ts';
import { IN_FLIGHT } from '../measures/measureCalls.ts';
import type { Tenth } from '../measures/measureMillion.ts';
import type { Results } from '../results.ts';
import { renderMarkdown } from './renderMarkdown.ts';
import { renderPlot } from './renderPlot.ts';
import { renderReadme } from './renderReadme.ts';
import { renderSummary } from './renderSummary.ts';
import { targets } from './targets.ts';

it('says of each aim whether it is met, and of a miss that it is one', () => {
  const quick = targets(results({ ours: 150, fetchFormData: 100, fetchBody: 150, oursOnUndici: 700, oursOnNode: 400 }));
  const met = Object.fromEntries(quick.map(({ what, isMet }) => [what, isMet]));
  expect(met['calls on fetch, against fetch + FormData + createHmac']).toBe(true);
  expect(met['calls on undici, against fetch + FormData + createHmac']).toBe(true);
  expect(met['calls on node:https, against fetch + FormData + createHmac']).toBe(false);
});

it('compares how cost grows from 32 to 256 in flight with how it does on the bare transport, in the same round', () => {
  const { calls, ...rest } = results();
  const at = (micros: (id: string) => number[]) =>
    Object.fromEntries(contenderIds.map((id) => [id, { perSecond: [1, 1], cpuMicros: micros(id) }])) as unknown as Results['calls'][32];
  // Twice as slow a machine in the second round. Ours grows by a fifth in both, what is bare by a fourth.
  const at256 = at((id) => (id.startsWith('ours') ? [120, 240] : [62.5, 125]));
  const found = targets({ ...rest, calls: { ...calls, 32: at((id) => (id.startsWith('ours') ? [100, 200] : [50, 100])), 256: at256 } });
  const growths = found.filter(({ what }) => what.includes('256 in flight'));
  expect(growths.map(({ what }) => /on (\S+) from/.exec(what)?.[1])).toEqual(['fetch', 'undici']);
  for (const { measured, isMet } of growths) expect([measured, isMet]).toEqual([{ median: 0.96, min: 0.96, max: 0.96 }, true]);
});

const tenth = { heapBytes: 10e6, connections: 32, socketListeners: 8, signalListeners: 0 };

it('finds a heap that grows, connections that stay and listeners that are left', () => {
  expect(longRunMet([tenth, tenth, tenth])).toEqual([true, true, true, true]);
  expect(longRunMet([tenth, tenth, { heapBytes: 11e6, connections: 33, socketListeners: 9, signalListeners: 1 }])).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it('takes nothing that was not counted for nothing that grew', () => {
  const uncounted = { ...tenth, connections: 0, socketListeners: Number.NaN };
  expect(longRunMet([tenth, uncounted, uncounted])).toEqual([true, false, false, true]);
});

it('has the aims of the long run for each transport that it was made on', () => {
  const longRun = { fetch: [tenth, tenth], undici: [tenth, tenth], 'node:https': [tenth, tenth] };
  expect(targets({ ...results(), longRun })).toHaveLength(targets(results()).length + 12);
});

it('ends with every aim, the missed ones for all to see, and says what a short run is worth', () => {
  const summary = renderSummary(results({ ours: 150, oursOnUndici: 700, oursOnNode: 400 }));
  for (const { what } of targets(results())) expect(summary).toContain(what);
  expect(summary).toMatch(/MISSED {2}≥ 4.5 .*calls on node:https, against fetch \+ FormData/);
  expect(summary).toMatch(/met {5}≥ 6 .*calls on undici, against fetch \+ FormData/);
  expect(summary).toMatch(/\d+ of \d+ aims are met, \d+ missed\.$/);
  expect(renderSummary({ ...results(), plan: 'quick' })).toContain('quick plan');
});

function longRunMet(fetch: readonly Tenth[]): boolean[] {
  return targets({ ...results(), longRun: { fetch } })
    .slice(-4)
    .map(({ isMet }) => isMet);
}

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

it('shows the README’s reader the plot, every contender, and the versions of what was measured', () => {
  const readme = renderReadme('<!-- bench:begin --><!-- bench:end -->', results());
  expect(readme).toMatch(/!\[.+\]\(tools\/bench\/results\/calls\.svg\)/);
  for (const id of contenderIds) expect(readme).toContain(contenders[id].name);
  for (const version of ['node 24.0.0', 'axios 1.0.0']) expect(readme).toContain(version);
});

it('tells signatures per second beside the time of one', () => {
  expect(renderMarkdown(results())).toContain('| Node, **ours** | 1,000,000 | 1,000 (1,000–1,000) | 3.00 × |');
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
      versions: { node: '24.0.0', axios: '1.0.0' },
    },
    plan: 'full',
    calls: { 1: calls, 32: calls, 256: calls },
    peakMemory: of(() => [2 ** 26]),
    signatures: { Node: { naive: [3000], noble: [2000], nobleKept: [1500], webCrypto: [9000], ours: [1000] } },
    validation: { ours: [100], zod: [200], valibot: [300] },
    startup: { fetchBody: [50], ours: [51], oursOnUndici: [60], oursOnNode: [40] },
    sizes: { ours: { minified: 100, gzipped: 50 } },
    regeneration: { whole: [2000], nothingToDo: [500] },
    longRun: {},
  };
}
