import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ended } from './repoCopy.ts';

interface Report {
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** What failed in a run of turbo: each test with its file, and each task that is no test or has left no report of one, with the end of what was said. */
export async function failures(root: string, { exitCode, output }: Ended): Promise<string[]> {
  if (exitCode === 0) return [];
  const tests = await failedTests(root);
  const tasks = /^ *Failed: +(.+)$/m.exec(output)?.[1]?.split(', ') ?? [];
  const folders = new Set(tests.map((test) => test.split('/').slice(0, 2).join('/')));
  const testTasks = tasks.filter((task) => task.endsWith('#test'));
  const unexplained = [...tasks.filter((task) => !task.endsWith('#test')), ...(testTasks.length > folders.size ? testTasks : [])];
  return unexplained.length > 0 || tests.length === 0 ? [...tests, ...unexplained, output.slice(-6_000)] : tests;
}

/** The tests that failed, from what vitest has left in each package. */
async function failedTests(root: string): Promise<string[]> {
  const folders = await Promise.all(
    ['packages', 'tools', 'test'].map(async (parent) => (await readdir(join(root, parent))).map((name) => join(root, parent, name))),
  );
  const reports = await Promise.all(folders.flat().map(reportOf));
  return reports.flatMap(({ testResults }) =>
    testResults.flatMap(({ name, status, assertionResults }) => {
      const file = name.slice(name.indexOf(root) + root.length + 1);
      const failed = assertionResults.filter((result) => result.status === 'failed').map(({ fullName }) => `${file}: ${fullName}`);
      return failed.length === 0 && status === 'failed' ? [file] : failed;
    }),
  );
}

async function reportOf(folder: string): Promise<Report> {
  const text = await readFile(join(folder, '.report/vitest.json'), 'utf8').catch(() => '{"testResults":[]}');
  return JSON.parse(text) as Report;
}
