import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const tests = (...statuses: string[]) => ({
  success: statuses.every((status) => status === 'passed'),
  testResults: [{ name: 'x', status: 'passed', assertionResults: statuses.map((status) => ({ status, fullName: `it ${status}` })) }],
});
const run = (exitCode: number, ...tasks: object[]) => ({ execution: { exitCode }, tasks });
const task = (directory: string, exitCode: number | null) => ({
  taskId: `${directory}#test`,
  task: 'test',
  directory,
  command: 'vitest',
  execution: { exitCode },
});

/** What is said of a repo in which a run has left these files, and its exit code. */
function summaryOf(files: Record<string, unknown>): { lines: string[]; exitCode: number | null } {
  const root = mkdtempSync(join(tmpdir(), 'finauth-summary-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), root], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return { lines: stdout.trimEnd().split('\n'), exitCode: status };
}

const SUMMARY = '.turbo/runs/1.json';
const REPORT = 'packages/a/.report/vitest.json';

test.each<[string, Record<string, unknown>, string, number]>([
  ['passes', { [SUMMARY]: run(0, task('packages/a', 0)), [REPORT]: tests('passed', 'passed') }, '2 passed, 0 failed', 0],
  ['has a failed test', { [SUMMARY]: run(1, task('packages/a', 1)), [REPORT]: tests('passed', 'failed') }, '1 passed, 1 failed', 1],
  ['has a task that was killed', { [SUMMARY]: run(137, task('packages/a', 137)) }, '0 passed, 1 failed', 1],
  ['has a report cut in two', { [SUMMARY]: run(0, task('packages/a', 0)), [REPORT]: '{"testResults":[' }, '0 passed, 1 failed', 1],
  ['was killed as a whole', { [REPORT]: tests('passed', 'passed') }, '2 passed, 1 failed', 1],
  ['left nothing at all', {}, '0 passed, 1 failed', 1],
  ['ran nothing', { [SUMMARY]: run(0) }, '0 passed, 0 failed', 1],
])('of a run that %s', (_what, files, last, exitCode) => {
  const summary = summaryOf(files);
  expect(summary.lines.at(-1)).toBe(last);
  expect(summary.exitCode).toBe(exitCode);
});

test('what was put off is named', () => {
  const { lines } = summaryOf({ [SUMMARY]: run(0, task('packages/a', 0)), [REPORT]: { ...tests('passed', 'skipped'), success: true } });
  expect(lines.slice(-2)).toEqual(['Not run: it skipped', '1 passed, 0 failed']);
});
