import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../../..');
const folder = join(root, '.github/workflows');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

interface Job {
  uses?: string;
  steps?: Step[];
  permissions?: Record<string, string>;
  env?: Record<string, string>;
  'timeout-minutes'?: number;
}

interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  env?: Record<string, string>;
  concurrency?: unknown;
  jobs: Record<string, Job>;
}

const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));

/** Each action as it was first met. */
const pins = new Map<string, string>();
for (const file of files) {
  for (const [, action, commit] of readFileSync(join(folder, file), 'utf8').matchAll(/uses: ([\w./-]+)@(\w+)/g))
    if (!pins.has(action!)) pins.set(action!, `${action}@${commit}`);
}

it('has workflows to look at', () => {
  expect(files).toEqual(expect.arrayContaining(['ci.yml', 'release.yml']));
});

describe.each(files)('the workflow %s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, { steps: of = [] }]) => of);

  it('takes each action at a commit, and says which version that is', () => {
    const lines = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
    expect(lines).toHaveLength(jobs.filter(([, { uses }]) => uses).length + steps.filter(({ uses }) => uses).length);
    for (const line of lines)
      expect(line).toMatch(/uses: (\.\/\.github\/workflows\/[\w-]+\.yml|[\w.-]+(\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
  });

  it('may do nothing but what a job of it asks for', () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, { permissions }] of jobs) expect(permissions, name).toBeTypeOf('object');
    expect(text).not.toMatch(/write-all|read-all|pull_request_target/);
  });

  it('knows no secret, but GitHub’s own of the run', () => {
    expect(
      [...text.matchAll(/secrets\s*(?:\.|\[)\s*['"]?(\w+)/g)].map(([, name]) => name).filter((name) => name !== 'GITHUB_TOKEN'),
    ).toEqual([]);
    expect(text).not.toMatch(/secrets: *inherit|NPM_TOKEN|NODE_AUTH_TOKEN/);
  });

  it('leaves no credentials behind a checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  it('gives its token to no step that installs, for what is installed runs scripts of others', () => {
    expect(JSON.stringify([workflow.env, ...jobs.map(([, { env }]) => env)])).not.toMatch(/token/i);
    const trusted = steps.filter((step) => /github\.token|GITHUB_TOKEN/.test(JSON.stringify(step)));
    for (const { run = '', uses } of trusted) {
      expect(run).not.toMatch(/\b(npm|npx|pnpm|node)\b/);
      expect(uses).toBeUndefined();
    }
  });

  it('puts no value that others can choose into a shell', () => {
    for (const { run = '' } of steps) expect(run).not.toMatch(/\$\{\{/);
  });

  it('ends each job in time', () => {
    const own = jobs.filter(([, { uses }]) => uses === undefined);
    expect(own.filter(([, job]) => !(job['timeout-minutes']! > 0)).map(([name]) => name)).toEqual([]);
  });

  it('takes an action at the same commit as every other workflow', () => {
    for (const { uses = '' } of steps) expect(pins.get(uses.split('@')[0]!) ?? uses).toBe(uses);
  });

  it('runs one at a time where two would be in each other’s way', () => {
    // A workflow that others call stands in their line.
    expect(workflow.concurrency).toBeDefined();
  });

  it('calls scripts that exist', () => {
    const called = steps.flatMap(({ run = '', with: given = {} }) => [run, String(given['script'] ?? '')]).join('\n');
    const names = [...called.matchAll(/npm run (?:-\S+ )*([\w:-]+)|npm (test|start)\b/g)].map(([, name, short]) => name ?? short!);
    expect(names.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe('the release', () => {
  const { jobs } = parse(readFileSync(join(folder, 'release.yml'), 'utf8')) as Workflow;
  const scriptsOf = ({ steps = [] }: Job) =>
    steps.flatMap(({ run = '', with: given = {} }) => [run, String(given['script'] ?? '')]).join('\n');
  const running = (script: string) => Object.entries(jobs).filter(([, job]) => scriptsOf(job).includes(`npm run ${script}`));

  it.each(['release:version', 'release:publish', 'release:tag'])('does %s in one job', (script) => {
    expect(running(script)).toHaveLength(1);
  });

  it('lets the job that publishes, and no other, say who it is to the registry, and lets it write nothing here', () => {
    const [[publisher, job]] = running('release:publish') as [[string, Job]];
    expect(job.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    for (const [name, { permissions = {} }] of Object.entries(jobs))
      if (name !== publisher) expect(permissions['id-token'], name).toBeUndefined();
  });
});
