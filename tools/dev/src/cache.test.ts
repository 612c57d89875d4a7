import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyRepo } from '../../copyRepo.ts';

const { root, remove } = copyRepo(dirname(dirname(dirname(import.meta.dirname))));
afterAll(remove);

/** What turbo would run anew if the files were saved: those tasks that have a script and another hash than before. */
function rerunBy(...files: string[]): string[] {
  const save = (text: string) => {
    for (const file of files) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      appendFileSync(join(root, file), text);
    }
  };
  save('\n');
  const before = hashes();
  save('# One line more.\n');
  const after = hashes();
  return [...after].filter(([task, hash]) => before.get(task) !== hash).map(([task]) => task);
}

function hashes(): Map<string, string> {
  const turbo = join(root, 'node_modules/.bin/turbo');
  const output = execFileSync(turbo, ['run', 'build', 'typecheck', 'test', 'docs', '--dry=json'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 26,
  });
  const { tasks } = JSON.parse(output) as { tasks: { taskId: string; hash: string; command: string }[] };
  return new Map(
    tasks.filter(({ command }) => command !== '<NONEXISTENT>').map(({ taskId, hash }) => [taskId.replace('@finauth-sdk/', ''), hash]),
  );
}

test('a guide’s typo runs the docs again, and no package, no generator, no mock', () => {
  const tasks = rerunBy('spec/guides/1-quickstart.md');
  // Besides the docs, what runs the code that is in the guides, and what reads the site.
  expect(tasks).toEqual(expect.arrayContaining(['docs#docs', 'test-samples#test', 'test-browser#test']));
  const rest = tasks.filter((task) =>
    /^(client|validator|signing|sandbox|cli|generate|mock|start|dev|test-contract|test-faults)#/.test(task),
  );
  expect(rest).toEqual([]);
});

test('the error model runs what depends on it again', () => {
  const tasks = rerunBy('spec/errors.yaml');
  expect(tasks).toEqual(expect.arrayContaining(['docs#docs', 'generate#test', 'mock#test', 'start#test', 'test-contract#test']));
  // Packages depend on the code that is generated of it, which a remark leaves as it was.
  expect(tasks.filter((task) => /^(client|validator|signing|sandbox|cli)#/.test(task))).toEqual([]);
});

test('generated code runs what is built of it again', () => {
  const tasks = rerunBy('packages/client/src/generated/errorCatalogue.ts');
  expect(tasks).toEqual(
    expect.arrayContaining([
      'client#build',
      'generate#test',
      'signing#build',
      'signing#test',
      'sandbox#test',
      'cli#test',
      'test-faults#test',
    ]),
  );
});

test('a changeset runs the tests that ask for it and copy it again, and nothing else', () => {
  expect(rerunBy('.changeset/some-words.md')).toEqual(['generate#test', 'test-regenerate#test']);
});

test.each(['README.md', 'test/samples/src/run.ts', 'tools/bench/src/plan.ts'])(
  'what works in a copy of the whole repo runs again after an edit of %s',
  (file) => {
    expect(rerunBy(file)).toContain('test-regenerate#test');
  },
);

test('what a run leaves runs nothing again', () => {
  const left = [
    'packages/cli/dist/index.js',
    'tools/generate/.report/vitest.json',
    'test/faults/node_modules/.cache/x',
    'tools/docs/.turbo/a.log',
  ];
  expect(rerunBy(...left)).toEqual([]);
});
