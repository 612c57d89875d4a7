import type { Assertion, Report, Task } from './report.ts';

export interface Count {
  passed: number;
  failed: number;
  /** What has failed, a line or more each: a test, or a task such as typecheck, a test file that does not load, a report that is not there. */
  problems: string[];
}

/** What to do about a task that has failed, where a maintainer may not know. These come last, where they are read. */
const remedies: Readonly<Record<string, string>> = {
  drift:
    'The generated code is not what the spec makes. If you edited it by hand, undo that and edit spec/ instead. Then run `npm run generate`.',
};

const LINES_OF_A_MESSAGE = 12;

/**
 * Adds up the tests of every package, and what else has failed.
 *
 * @param exitCode What turbo itself ended with, if that is known: where nothing else tells of a failure, it does.
 */
export function countTests(tasks: Task[], reportOf: (directory: string) => Report | undefined, exitCode?: number | null): Count {
  const hasRemedy = ({ task }: Task) => Number(Object.hasOwn(remedies, task));
  const inOrder = tasks.filter(({ command }) => command !== '<NONEXISTENT>').toSorted((a, b) => hasRemedy(a) - hasRemedy(b));
  const counts = inOrder.map((task) => countTask(task, reportOf));
  if (exitCode !== undefined && exitCode !== 0 && counts.every(({ failed }) => failed === 0))
    counts.push(problemsOnly([`turbo ended with ${exitCode ?? 'a signal'}, though none of its tasks failed`]));
  return {
    passed: sum(counts.map(({ passed }) => passed)),
    failed: sum(counts.map(({ failed }) => failed)),
    problems: counts.flatMap(({ problems }) => problems),
  };
}

function countTask(task: Task, reportOf: (directory: string) => Report | undefined): Count {
  const broken = task.execution?.exitCode !== 0;
  if (task.task !== 'test') {
    const remedy = remedies[task.task];
    return problemsOnly(
      broken && task.execution ? [`${task.taskId} failed${endOf(task)}${remedy === undefined ? '' : `: ${remedy}`}`] : [],
    );
  }
  const report = reportOf(task.directory);
  if (!report) return problemsOnly([`${task.taskId} left no report${endOf(task)}`]);
  const count = countReport(report);
  if (count.failed > 0 || !(broken || report.success === false)) return count;
  return { ...count, failed: 1, problems: [`${task.taskId} failed${endOf(task)}, though each of its tests passed`] };
}

/** How a task ended that did not merely fail: killed, or never begun. */
function endOf({ execution }: Task): string {
  if (execution === undefined) return ', for it was not run';
  const { exitCode } = execution;
  return exitCode === null || exitCode === undefined || exitCode > 128 ? ` (it was killed: exit code ${exitCode ?? 'none'})` : '';
}

function countReport({ testResults }: Report): Count {
  const tests = testResults.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ ...test, name })));
  const failed = tests.filter(({ status }) => status === 'failed');
  // Tests that were to run and have come to no end: their process has died. What is skipped has another status.
  const unfinished = tests.filter(({ status }) => status === 'pending');
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed' || status === 'pending'),
  );
  const problems = [
    ...unloaded.map(({ name, message }) => told(`${name} failed outside its tests`, message)),
    ...failed.map(({ name, fullName, failureMessages }) => told(`${name} failed: ${fullName}`, failureMessages?.join('\n'))),
    ...unfinished.map(({ name, fullName }) => `${name} ended before: ${fullName}`),
  ];
  return { passed: tests.filter(({ status }) => status === 'passed').length, failed: problems.length, problems };
}

/**
 * The tests that were not run since something is not there that they need, or somebody has put them off. One that its file runs in another of its projects, as
 * a case of one transport is, was run.
 */
export function skippedTests(reports: readonly Report[]): Assertion[] {
  const files = Object.groupBy(
    reports.flatMap(({ testResults }) => testResults),
    ({ name }) => name,
  );
  return Object.values(files).flatMap((its = []) => {
    const tests = its.flatMap(({ assertionResults }) => assertionResults);
    const run = new Set(tests.filter(({ status }) => status === 'passed' || status === 'failed').map(({ fullName }) => fullName));
    const skipped = tests.filter(({ status, fullName }) => (status === 'skipped' || status === 'todo') && !run.has(fullName));
    return [...new Map(skipped.map((test) => [test.fullName, test])).values()];
  });
}

/** The log of a whole run is long, and may be cut at its front: what a failure said is told again at its end. */
function told(problem: string, message = ''): string {
  const lines = message.trim().split('\n').slice(0, LINES_OF_A_MESSAGE);
  return [problem, ...lines.filter((line) => line !== '').map((line) => `    ${line}`)].join('\n');
}

function problemsOnly(problems: string[]): Count {
  return { passed: 0, failed: problems.length, problems };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
