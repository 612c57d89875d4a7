import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contenderIds } from '../contenders/contenders.ts';
import type { Results } from '../results.ts';
import { spread } from '../statistics.ts';
import { figure } from './figure.ts';

const root = join(import.meta.dirname, '../../../..');
const results = join(root, 'tools/bench/results');

// A full run makes all of this: `npm run bench`.
it('has the figures of a full run in the README, with the plot', () => {
  const block = benchBlock();
  const [, plot] = /!\[.+\]\((.+\.svg)\)/.exec(block) ?? [];
  expect(plot, 'the block holds a plot').toBeDefined();
  expect(existsSync(join(root, plot!))).toBe(true);
  expect(block).toMatch(/^\| .+ \|$/m);
});

it('has them of the run that is kept, which was a full one', () => {
  const kept = JSON.parse(readFileSync(join(results, 'results.json'), 'utf8')) as Results;
  expect(kept.plan).toBe('full');
  const block = benchBlock();
  for (const id of contenderIds) expect(block, id).toContain(figure(spread(kept.calls[32][id].perSecond).median));
});

function benchBlock(): string {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  return readme.slice(readme.indexOf('<!-- bench:begin -->'), readme.indexOf('<!-- bench:end -->'));
}
