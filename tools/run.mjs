// Runs a task of this repo. Plain JavaScript without a dependency, because it is what brings the dependencies: npm and Node are enough to begin with.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPnpm } from './findPnpm.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const turbo = ['turbo', 'run', '--ui=stream', '--log-order=grouped', '--concurrency=4', '--output-logs=new-only'];
/** The same, and silent about what goes well. */
const quietTurbo = [...turbo.slice(0, -1), '--output-logs=errors-only'];

/** What each task runs, one command after the other. What a caller adds goes to the last of them. */
const tasks = {
  start: [
    [...quietTurbo, 'generate'],
    [...quietTurbo, 'build'],
    ['node', 'tools/start/src/main.ts'],
  ],
  test,
  generate,
  // Through pnpm, which turbo has to find later on.
  dev: (args) => pnpm(['exec', 'node', 'tools/dev/src/main.ts', ...args], 'inherit').status,
  'bench:regenerate': () => pnpm(['exec', 'node', 'tools/dev/src/bench/main.ts'], 'inherit').status,
  released: [['node', 'tools/generate/src/markReleased.ts']],
  build: [[...turbo, 'build']],
  lint: [[...turbo, 'lint', 'lint:root']],
  typecheck: [[...turbo, 'typecheck']],
  format: [['oxfmt']],
  'format:check': [['oxfmt', '--check']],
  mock: [['node', 'tools/mock/src/main.ts']],
  docs: [[...turbo, 'docs']],
  'docs:dev': [
    [...quietTurbo, 'docs', '--filter=@finauth-sdk/docs'],
    ['node', 'tools/docs/src/dev.ts'],
  ],
  bench: [
    [...quietTurbo, 'build'],
    ['node', 'tools/bench/src/main.ts'],
  ],
  'bench:growth': [['node', 'tools/bench/src/growth/main.ts']],
  'bench:formats': [['node', 'tools/bench/src/formats/main.ts']],
  // What works in a copy still needs what is built.
  mutate: [
    [...quietTurbo, 'build'],
    ['node', 'tools/mutation/src/main.ts'],
  ],
  snapshots: [
    [...quietTurbo, 'build'],
    ['turbo', 'run', 'snapshots', '--ui=stream'],
  ],
  changeset: [['changeset']],
  // What a release builds: .github/workflows/release.yml hands it on to jobs that build nothing.
  'release:version': [
    ['changeset', 'version'],
    ['node', 'tools/generate/src/markReleased.ts'],
  ],
  'release:pack': [
    [...turbo, 'build'],
    ['node', 'tools/release/src/packAll.ts'],
  ],
  // The same, for who takes files: npm's own pack leaves `catalog:` and `workspace:` in.
  pack: [
    [...quietTurbo, 'build'],
    ['node', 'tools/release/src/packAll.ts', 'tarballs'],
  ],
  'release:dry': [['node', 'tools/release/src/main.ts']],
};

const env = {
  ...process.env,
  DO_NOT_TRACK: '1',
  REDOCLY_TELEMETRY: 'off',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  TURBO_TELEMETRY_DISABLED: '1',
};

process.exitCode = main(process.argv[2] ?? '', process.argv.slice(3));

function main(name, args) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node ${process.versions.node} is too old for this repo: install Node 20.19 or later.`);
    return 1;
  }
  if (!Object.hasOwn(tasks, name)) {
    console.error(`Usage: npm run NAME, where NAME is one of ${Object.keys(tasks).join(', ')}`);
    return 2;
  }
  const task = tasks[name];
  return install() || (typeof task === 'function' ? task(args) : inOrder(task, args));
}

/** Installs what the lockfile names, unless nothing has changed since pnpm was here: asking it takes longer than most tasks. */
function install() {
  const installed = changedAt('node_modules/.pnpm-workspace-state-v1.json');
  if (installed > 0 && manifests().every((file) => changedAt(file) < installed)) return 0;
  const { status, output } = pnpm(['install', '--frozen-lockfile'], installed > 0 ? 'pipe' : 'inherit');
  if (status !== 0) console.error(output);
  return status;
}

function manifests() {
  const packages = ['packages', 'tools', 'test'].flatMap((folder) => foldersIn(folder).map((name) => join(folder, name)));
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...['.', 'spec', ...packages].map((folder) => join(folder, 'package.json'))];
}

function foldersIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function changedAt(file) {
  return statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function inOrder(commands, args) {
  for (const [index, command] of commands.entries()) {
    const status = exec([...command, ...(index === commands.length - 1 ? args : [])]);
    if (status !== 0) return status;
  }
  return 0;
}

/** Makes the generated code, and brings along the snapshots of what is published, where that has changed by nothing else. */
function generate(args) {
  const before = generatedAt();
  const edited = editedPackages();
  const status = exec(['node', 'tools/generate/src/main.ts', ...args]);
  if (status !== 0 || generatedAt() === before) return status;
  if (edited !== '') {
    console.log(
      `\nThe snapshots of the public API were left alone, since the packages have edits of yours too:\n${edited}\nRun \`npm run snapshots\` and review the diff.`,
    );
    return 0;
  }
  console.log('\nUpdating the snapshots of the public API …');
  const failed = inOrder(
    [
      [...quietTurbo, 'build', '--filter=./packages/*'],
      [...quietTurbo, 'snapshots', '--filter=@finauth-sdk/test-packages', '--filter=@finauth-sdk/server'],
    ],
    [],
  );
  if (failed)
    console.error(
      'The packages do not build, or do not pass, with the generated code: see above. The spec and the generated code are as you edited them.',
    );
  else console.log('Updated. Review `git diff test/packages/snapshots`, then run `npm test`.');
  return failed;
}

/** What in the packages has been edited by hand and can change the public API, as git has it. */
function editedPackages() {
  const sources = ['packages/*/src/*', ':!packages/*/src/generated/*', ':!*.test.ts', ':!packages/*/src/testing/*'];
  return spawnSync('git', ['status', '--porcelain', '--', ...sources], { cwd: root, encoding: 'utf8' }).stdout?.trimEnd() ?? '';
}

/** When a generated file last changed. */
function generatedAt() {
  const folders = foldersIn('packages').map((name) => join('packages', name, 'src/generated'));
  const files = folders
    .filter((folder) => changedAt(folder) > 0)
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)));
  return Math.max(...[...folders, ...files].map(changedAt));
}

/** Every check of every package, then the count. The generator is not run: code that was edited by hand is to be found, not to be overwritten. */
function test(args) {
  // What a run leaves, so that what is there afterwards is this run's, or what turbo's cache knows of the very same files.
  const reports = ['packages', 'tools', 'test'].flatMap((folder) => foldersIn(folder).map((name) => join(folder, name, '.report')));
  for (const path of [...reports, '.turbo/runs']) rmSync(join(root, path), { recursive: true, force: true });
  exec([
    ...turbo,
    'drift',
    'lint',
    'lint:root',
    'typecheck',
    'build',
    'test',
    '--continue=dependencies-successful',
    '--summarize',
    ...args,
  ]);
  return exec(['node', 'tools/test-summary/src/main.ts']);
}

/** Runs a command with Node and the tools of node_modules; through pnpm where the command goes on to look for pnpm. */
function exec([name, ...args]) {
  if (name !== 'node' || process.platform === 'win32') return pnpm(['exec', name, ...args], 'inherit').status;
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const { status, error } = spawnSync(join(root, 'node_modules/.bin/node'), args, {
    cwd: root,
    env: { ...env, PATH: path },
    stdio: 'inherit',
  });
  if (error) throw error;
  return status ?? 1;
}

function pnpm(args, stdio) {
  const program = findPnpm();
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    // turbo looks for pnpm in the path.
    env: { ...env, PATH: [dirname(program), process.env.PATH].join(delimiter) },
    encoding: 'utf8',
    stdio: ['inherit', stdio, stdio],
  });
  if (error) throw error;
  return { status: status ?? 1, output: `${stdout ?? ''}${stderr ?? ''}` };
}
