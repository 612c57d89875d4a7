import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { countTests, type Report, type Task } from './countTests.ts';

const root = dirname(dirname(dirname(import.meta.dirname)));

const { passed, failed, problems } = countTests(tasksOfLastRun(), reportOf);
for (const problem of problems) console.log(problem);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** run.mjs empties the folder before each run, so it holds one summary; or none, if turbo itself did not come up. */
function tasksOfLastRun(): Task[] {
  const [summary] = globSync(join(root, '.turbo/runs/*.json'));
  if (summary === undefined) {
    return [{ taskId: 'turbo', task: 'turbo', directory: '', command: 'turbo', execution: { exitCode: 1 } }];
  }
  return (JSON.parse(readFileSync(summary, 'utf8')) as { tasks: Task[] }).tasks;
}

function reportOf(directory: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(join(root, directory, '.report/vitest.json'), 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
