import type { Report, Task } from './report.ts';

const EACH = 5;
const WIDTH = 110;

/** What took longest of what was run, in a few lines: tasks, and tests. Nothing where turbo knew it all. */
export function slowest(tasks: readonly Task[], reportOf: (directory: string) => Report | undefined): string[] {
  const run = tasks.filter(({ cache, command, execution }) => cache?.status !== 'HIT' && command !== '<NONEXISTENT>' && execution);
  const ofTasks = run.map(({ taskId, execution }) => ({
    ms: (execution?.endTime ?? 0) - (execution?.startTime ?? 0),
    name: taskId.replace('@finauth-sdk/', ''),
  }));
  const ofTests = run
    .filter(({ task }) => task === 'test')
    .flatMap(({ directory }) =>
      (reportOf(directory)?.testResults ?? []).flatMap(({ assertionResults }) =>
        assertionResults.map(({ fullName, duration }) => ({ ms: duration ?? 0, name: `${directory}: ${fullName}` })),
      ),
    );
  return [...list('Slowest tasks', ofTasks), ...list('Slowest tests', ofTests)];
}

function list(title: string, all: readonly { ms: number; name: string }[]): string[] {
  const first = all.toSorted((a, b) => b.ms - a.ms).slice(0, EACH);
  return first.length === 0 ? [] : [title, ...first.map(({ ms, name }) => `${(ms / 1000).toFixed(1).padStart(8)} s  ${cut(name)}`)];
}

function cut(text: string): string {
  return text.length > WIDTH ? `${text.slice(0, WIDTH - 1)}…` : text;
}
