import { expect, test } from 'vitest';
import { countTests, type Report, type Task } from './countTests.ts';

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
  expect(problems.slice(0, 2)).toEqual(['a#build failed', 'a#test left no report']);
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

test('leaves out packages without the script', () => {
  expect(countTests([{ taskId: 'a#test', task: 'test', directory: 'a', command: '<NONEXISTENT>' }], () => undefined)).toEqual({
    passed: 0,
    failed: 0,
    problems: [],
  });
});

function task(directory: string, name: string, exitCode: number): Task {
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
