import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { countTests, skippedTests } from './countTests.ts';
import type { Report, Task } from './report.ts';
import { slowest } from './slowest.ts';

/** The repo whose last run is told of; this one, unless a test names another. */
const root = resolve(process.argv[2] ?? dirname(dirname(dirname(import.meta.dirname))));

const { tasks, exitCode } = lastRun();
const { passed, failed, problems } = countTests(tasks, reportOf, exitCode);
const reports = tasks.filter(({ task }) => task === 'test').flatMap(({ directory }) => reportOf(directory) ?? []);
for (const line of slowest(tasks, reportOf)) console.log(line);
for (const { fullName } of skippedTests(reports)) console.log(`Not run: ${fullName}`);
for (const problem of problems) console.log(problem);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** run.mjs empties the folder before each run, so it holds one summary; or none, if turbo itself did not come up, or was killed. */
function lastRun(): { tasks: Task[]; exitCode?: number | null } {
  const [summary] = globSync(join(root, '.turbo/runs/*.json'));
  if (summary !== undefined) {
    const { tasks, execution } = JSON.parse(readFileSync(summary, 'utf8')) as { tasks: Task[]; execution: { exitCode: number | null } };
    return { tasks, exitCode: execution.exitCode };
  }
  // What had ended by then has left its report.
  const ended = globSync('{packages,tools,test}/*/.report/vitest.json', { cwd: root }).map((path): Task => {
    const directory = dirname(dirname(path));
    return { taskId: `${directory}#test`, task: 'test', directory, command: 'vitest', execution: { exitCode: 0 } };
  });
  return { tasks: [...ended, { taskId: 'turbo', task: 'turbo', directory: '', command: 'turbo', execution: { exitCode: 1 } }] };
}

/** Nothing where there is none, or only half of one. */
function reportOf(directory: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(join(root, directory, '.report/vitest.json'), 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
