import { expect, test } from 'vitest';
import { countTests, skippedTests } from './countTests.ts';
import type { Report, Task } from './report.ts';

test('adds up the tests of every package', () => {
  const reports: Record<string, Report> = { a: report('passed', 'passed'), b: report('passed', 'failed', 'skipped') };
  expect(countTests([task('a', 'test', 0), task('b', 'test', 1)], (directory) => reports[directory])).toEqual({
    passed: 3,
    failed: 1,
    problems: ['x.test.ts failed: test 1'],
  });
});

test('tells again, at the end, what a failure said', () => {
  const failed = { status: 'failed', fullName: 'adds up', failureMessages: ['AssertionError: expected 1 to be 2\n    at x.test.ts:3:5'] };
  const broken: Report = { testResults: [{ name: 'x.test.ts', status: 'failed', assertionResults: [failed] }] };
  expect(countTests([task('a', 'test', 1)], () => broken).problems).toEqual([
    'x.test.ts failed: adds up\n    AssertionError: expected 1 to be 2\n        at x.test.ts:3:5',
  ]);
});

test('counts a task that is no test, once it fails', () => {
  const tasks = [task('a', 'typecheck', 2), task('a', 'lint', 0), task('a', 'test', 0)];
  expect(countTests(tasks, () => report('passed'))).toEqual({ passed: 1, failed: 1, problems: ['a#typecheck failed'] });
});

test('says last what to do about generated code that was edited by hand, whatever else that breaks', () => {
  const notRun: Task = { taskId: 'a#test', task: 'test', directory: 'a', command: 'vitest' };
  const { failed, problems } = countTests([task('g', 'drift', 1), task('a', 'build', 1), notRun], () => undefined);
  expect(failed).toBe(3);
  expect(problems.slice(0, 2)).toEqual(['a#build failed', 'a#test left no report, for it was not run']);
  expect(problems[2]).toMatch(/^g#drift failed: .* edit spec\/ instead\. Then run `npm run generate`\.$/);
});

test('counts a missing report as a failure', () => {
  expect(countTests([task('a', 'test', 0)], () => undefined)).toEqual({ passed: 0, failed: 1, problems: ['a#test left no report'] });
});

test('counts a test that did not run because a build failed', () => {
  const notRun: Task = { taskId: 'a#test', task: 'test', directory: 'a', command: 'vitest' };
  expect(countTests([notRun], () => undefined).failed).toBe(1);
});

test('counts a test file that does not load', () => {
  const unloaded: Report = { testResults: [{ name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }] };
  expect(countTests([task('a', 'test', 1)], () => unloaded)).toEqual({
    passed: 0,
    failed: 1,
    problems: ['a.test.ts failed outside its tests\n    no such module'],
  });
});

test('counts a run that fails though its tests pass', () => {
  expect(countTests([task('a', 'test', 1)], () => report('passed'))).toMatchObject({ passed: 1, failed: 1 });
});

test('counts a report of failure though the task and its tests pass', () => {
  expect(countTests([task('a', 'test', 0)], () => ({ ...report('passed'), success: false }))).toMatchObject({ passed: 1, failed: 1 });
});

test('counts each test that its process died before or in, and not its file besides', () => {
  const died: Report = { success: false, testResults: [{ ...report('passed', 'pending', 'pending').testResults[0]!, status: 'failed' }] };
  expect(countTests([task('a', 'test', 1)], () => died)).toEqual({
    passed: 1,
    failed: 2,
    problems: ['x.test.ts ended before: test 1', 'x.test.ts ended before: test 2'],
  });
});

test.each<[string, string, Report | undefined, number | null, string]>([
  ['a test task that was killed', 'test', undefined, 137, 'a#test left no report (it was killed: exit code 137)'],
  ['a test task that ended by a signal', 'test', undefined, null, 'a#test left no report (it was killed: exit code none)'],
  [
    'one killed after its report',
    'test',
    report('passed'),
    137,
    'a#test failed (it was killed: exit code 137), though each of its tests passed',
  ],
  ['another task that was killed', 'build', undefined, 137, 'a#build failed (it was killed: exit code 137)'],
])('says of %s that it was', (_what, name, left, exitCode, problem) => {
  expect(countTests([task('a', name, exitCode)], () => left)).toMatchObject({ failed: 1, problems: [problem] });
});

test('counts a failure of turbo itself where nothing else tells of one', () => {
  const passing = [task('a', 'test', 0)];
  expect(countTests(passing, () => report('passed'), 1)).toMatchObject({
    failed: 1,
    problems: ['turbo ended with 1, though none of its tasks failed'],
  });
  expect(countTests(passing, () => report('passed'), null).failed).toBe(1);
  expect(countTests(passing, () => report('passed'), 0).failed).toBe(0);
  expect(countTests([task('a', 'test', 1)], () => report('failed'), 1).failed).toBe(1);
});

test('names what was put off', () => {
  expect(skippedTests([report('passed', 'skipped', 'todo', 'failed')]).map(({ fullName }) => fullName)).toEqual(['test 1', 'test 2']);
});

test('a test that another project of the same file runs was run', () => {
  const [one, other] = [report('skipped', 'passed'), report('passed', 'skipped', 'skipped')];
  const testResults = [...one.testResults, ...other.testResults];
  expect(skippedTests([{ testResults }]).map(({ fullName }) => fullName)).toEqual(['test 2']);
});

test('leaves out packages without the script', () => {
  expect(countTests([{ taskId: 'a#test', task: 'test', directory: 'a', command: '<NONEXISTENT>' }], () => undefined)).toEqual({
    passed: 0,
    failed: 0,
    problems: [],
  });
});

function task(directory: string, name: string, exitCode: number | null): Task {
  return { taskId: `${directory}#${name}`, task: name, directory, command: name, execution: { exitCode } };
}

function report(...statuses: string[]): Report {
  const status = statuses.includes('failed') ? 'failed' : 'passed';
  return {
    testResults: [
      { name: 'x.test.ts', status, assertionResults: statuses.map((each, index) => ({ status: each, fullName: `test ${index}` })) },
    ],
  };
}
