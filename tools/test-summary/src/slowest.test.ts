import { expect, test } from 'vitest';
import type { Report, Task } from './report.ts';
import { slowest } from './slowest.ts';

const task = (name: string, ms: number, status = 'MISS'): Task => ({
  taskId: `@finauth-sdk/${name}`,
  task: name.split('#')[1]!,
  directory: `packages/${name.split('#')[0]}`,
  command: 'x',
  cache: { status },
  execution: { startTime: 1_000, endTime: 1_000 + ms, exitCode: 0 },
});
const report = (...durations: number[]): Report => ({
  testResults: [
    {
      name: 'x.test.ts',
      status: 'passed',
      assertionResults: durations.map((duration) => ({ status: 'passed', fullName: `takes ${duration}`, duration })),
    },
  ],
});

test('names five of each, the slowest first, in seconds', () => {
  const tasks = [3, 1, 2, 7, 5, 6].map((seconds) => task(`p${seconds}#build`, seconds * 1_000));
  expect(slowest([...tasks, task('cli#test', 4_000)], () => report(20, 12_345, 700, 600, 500, 400))).toEqual([
    'Slowest tasks',
    '     7.0 s  p7#build',
    '     6.0 s  p6#build',
    '     5.0 s  p5#build',
    '     4.0 s  cli#test',
    '     3.0 s  p3#build',
    'Slowest tests',
    '    12.3 s  packages/cli: takes 12345',
    '     0.7 s  packages/cli: takes 700',
    '     0.6 s  packages/cli: takes 600',
    '     0.5 s  packages/cli: takes 500',
    '     0.4 s  packages/cli: takes 400',
  ]);
});

test('says nothing of what turbo knew, was not run or does not exist', () => {
  const { execution: _, ...notRun } = task('a#test', 9_000);
  expect(
    slowest([task('b#test', 9_000, 'HIT'), notRun, { ...task('c#test', 9_000), command: '<NONEXISTENT>' }], () => report(9_000)),
  ).toEqual([]);
});

test('cuts a name that is too long for a line', () => {
  const long = task('cli#test', 1);
  long.taskId = 'x'.repeat(300);
  const [, line] = slowest([long], () => undefined);
  expect(line!.length).toBeLessThan(125);
  expect(line).toMatch(/x…$/);
});
