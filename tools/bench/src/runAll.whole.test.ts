import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contenderIds } from './contenders/contenders.ts';
import { IN_FLIGHT } from './measures/measureCalls.ts';
import { LONG_RUN_TRANSPORTS } from './measures/measureMillion.ts';
import { WAYS } from './measures/measureSignatures.ts';
import { renderMarkdown } from './report/renderMarkdown.ts';
import { renderPlot } from './report/renderPlot.ts';
import { renderReadme } from './report/renderReadme.ts';
import { renderSummary } from './report/renderSummary.ts';
import { runAll } from './runAll.ts';

const MIB = 2 ** 20;
const readme = join(import.meta.dirname, '../../../README.md');

it('measures everything, from end to end, and reports it', { timeout: 600_000 }, async () => {
  const before = readFileSync(readme, 'utf8');
  // More than a contender takes, so that it shows where the memory of this process is counted as its own.
  const ballast = Buffer.alloc(400 * MIB, 1);
  const results = await runAll('smoke', () => {});

  for (const inFlight of IN_FLIGHT) {
    for (const id of contenderIds) expect(results.calls[inFlight][id]).toEqual({ perSecond: [above(0)], cpuMicros: [above(0)] });
  }
  for (const id of contenderIds) expect(results.peakMemory[id], id).toEqual([between(20 * MIB, ballast.length)]);
  expect(Object.keys(results.signatures)).toEqual([`Node ${process.versions.node}`, 'Bun', 'Deno', 'workerd']);
  for (const samples of Object.values(results.signatures)) for (const way of WAYS) expect(samples[way]).toEqual([above(0)]);
  expect(Object.values(results.validation)).toEqual([[above(0)], [above(0)], [above(0)]]);
  for (const samples of Object.values(results.startup)) expect(samples).toEqual([above(0)]);
  for (const { gzipped, minified } of Object.values(results.sizes)) expect(gzipped).toBeLessThan(minified);
  expect(results.regeneration).toEqual({ whole: [above(0)], nothingToDo: [above(0)] });
  for (const transport of LONG_RUN_TRANSPORTS) {
    const tenth = { heapBytes: above(0), connections: above(0), socketListeners: above(0), signalListeners: 0 };
    expect(results.longRun[transport]).toEqual(Array.from({ length: 10 }, () => tenth));
  }

  expect(renderMarkdown(results)).not.toContain('NaN');
  expect(renderPlot(results)).not.toMatch(/NaN|Infinity/);
  expect(renderSummary(results)).toContain('smoke plan');
  expect(renderReadme(before, results)).not.toBe(before);
  expect(readFileSync(readme, 'utf8'), 'measuring writes nothing').toBe(before);
});

function above(bound: number): unknown {
  return between(bound, Number.MAX_VALUE);
}

/** Asymmetric, so that it fits into what is expected of a whole. */
function between(least: number, most: number): unknown {
  return {
    asymmetricMatch: (value: unknown) => typeof value === 'number' && value > least - Number.EPSILON && value !== 0 && value <= most,
    toString: () => `a number from ${least} to ${most}`,
  };
}
