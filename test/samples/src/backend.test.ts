import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { spec } from './places.ts';

const linesOf = (sample: string): string[] =>
  readFileSync(join(spec, 'samples/frameworks', sample), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(?:$|\/\/|\/\*\*|import )/.test(line));

/** From a line that begins so to the one that closes what it opens. */
function statement(lines: string[], start: RegExp): string[] {
  const from = lines.findIndex((line) => start.test(line));
  expect(from, `there is no ${start}`).not.toBe(-1);
  return /[;]$/.test(lines[from]!) ? [lines[from]!] : lines.slice(from, lines.indexOf('}', from) + 1);
}

it.each([
  ['/token', 'customer.ts', [/^app.post\('\/token'/]],
  ['/verify', 'expected.ts', [/^app.post\('\/verify'/, /^async function onDecision/]],
])('the endpoint %s of a bank takes fifteen lines of its own at most', (_path, own, inTheApp) => {
  const app = linesOf('fastify.ts');
  const lines = [...linesOf(own), ...inTheApp.flatMap((start) => statement(app, start))];
  expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(15);
});
