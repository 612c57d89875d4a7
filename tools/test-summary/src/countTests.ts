/** One task of a run of turbo's, as `--summarize` tells of it. */
export interface Task {
  taskId: string;
  task: string;
  /** The package's folder, relative to the root of the repo. */
  directory: string;
  /** The script behind the task; `<NONEXISTENT>` if the package has none. */
  command: string;
  /** Missing if the task was not run, since one that it depends on had failed. */
  execution?: { exitCode: number | null };
}

/** What is read of vitest's JSON report. */
export interface Report {
  testResults: { name: string; status: string; message?: string; assertionResults: Assertion[] }[];
}

interface Assertion {
  status: string;
  fullName: string;
  failureMessages?: string[];
}

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

/** Adds up the tests of every package, and what else has failed. */
export function countTests(tasks: Task[], reportOf: (directory: string) => Report | undefined): Count {
  const hasRemedy = ({ task }: Task) => Number(Object.hasOwn(remedies, task));
  const inOrder = tasks.filter(({ command }) => command !== '<NONEXISTENT>').toSorted((a, b) => hasRemedy(a) - hasRemedy(b));
  const counts = inOrder.map((task) => countTask(task, reportOf));
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
    return problemsOnly(broken && task.execution ? [`${task.taskId} failed${remedy === undefined ? '' : `: ${remedy}`}`] : []);
  }
  const report = reportOf(task.directory);
  if (!report) return problemsOnly([`${task.taskId} left no report`]);
  const count = countReport(report);
  if (!broken || count.failed > 0) return count;
  return { ...count, failed: 1, problems: [`${task.taskId} failed, though each of its tests passed`] };
}

function countReport({ testResults }: Report): Count {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + unloaded.length,
    problems: [
      ...unloaded.map(({ name, message }) => told(`${name} failed outside its tests`, message)),
      ...testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => told(`${name} failed: ${fullName}`, failureMessages?.join('\n'))),
      ),
    ],
  };
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
