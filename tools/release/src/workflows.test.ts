import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Job, readWorkflow, runJob, workflowFolder } from './workflow.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = workflowFolder;
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

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
  const workflow = readWorkflow(file);
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

  it('lets no job that installs, or runs anything of this repo, do more than read', () => {
    for (const [name, job] of jobs) {
      if (!runsCode(job)) continue;
      expect(job.permissions, name).toEqual({ contents: 'read' });
      expect(job.environment, name).toBeUndefined();
      expect(JSON.stringify(job), name).not.toMatch(/github\.token|GITHUB_TOKEN/);
    }
  });

  it('gives a job with rights no action but of GitHub’s own', () => {
    const actions = jobs
      .filter(([, { permissions = {} }]) => Object.values(permissions).includes('write'))
      .flatMap(([, { steps: of = [] }]) => of.flatMap(({ uses = [] }) => uses));
    expect(actions.filter((action) => !action.startsWith('actions/'))).toEqual([]);
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

/** Whether a job installs, or runs a program that is not the runner's own. Programs that npm, Node or git are told of on the spot are. */
function runsCode({ uses, steps = [] }: Job): boolean {
  if (uses !== undefined) return true;
  return steps.some(({ run = '', uses: action = '' }) => {
    const scripts = run
      .replaceAll(/node --print '[^']*'/g, '')
      .replaceAll(/npm (?:view "\$package" version|publish [^\n]*--ignore-scripts)/g, '');
    return (
      /\b(?:npm|npx|pnpm|yarn|corepack|node|bash|sh|make|\.\/[\w-]+)\b/.test(scripts.replaceAll('.tgz', '')) || action.startsWith('./')
    );
  });
}

describe('the release', () => {
  const { jobs } = readWorkflow('release.yml');
  const scriptsOf = ({ steps = [] }: Job) => steps.map(({ run = '' }) => run).join('\n');
  const actionsOf = ({ steps = [] }: Job) => steps.flatMap(({ uses = '' }) => uses.split('@')[0]!);
  const running = (script: string) => Object.entries(jobs).filter(([, job]) => scriptsOf(job).includes(script));

  it.each(['npm run release:version', 'npm run release:pack', 'npm publish', 'git tag '])('does %s in one job', (script) => {
    expect(running(script)).toHaveLength(1);
  });

  it('lets the job that publishes, and no other, say who it is to the registry, and gives it no checkout', () => {
    const [[publisher, job]] = running('npm publish') as [[string, Job]];
    expect(job.permissions).toEqual({ 'id-token': 'write' });
    expect(job.environment).toBe('npm');
    expect(actionsOf(job)).toEqual(['actions/setup-node', 'actions/download-artifact', '']);
    for (const [name, { permissions = {} }] of Object.entries(jobs))
      if (name !== publisher) expect(permissions['id-token'], name).toBeUndefined();
  });

  it('publishes what was tested and packed, without a script of it, with its provenance', () => {
    const [[, { needs, steps = [] }]] = running('npm publish') as [[string, Job]];
    expect(needs).toBe('pack');
    expect(jobs[needs!]).toMatchObject({ needs: 'test', permissions: { contents: 'read' } });
    expect(jobs['test']).toMatchObject({ uses: './.github/workflows/ci.yml' });
    const publish = steps.find(({ run }) => run?.includes('npm publish'))!;
    expect(publish.run).toContain('npm publish "./$tarball" --ignore-scripts');
    expect(publish.run).toContain('--provenance="$PROVENANCE"');
    expect(publish.env).toEqual({ PROVENANCE: 'true' });
  });

  it('hands over by artifacts: what a job takes, the one that it waits for has given', () => {
    for (const [name, job] of Object.entries(jobs)) {
      const taken = (job.steps ?? [])
        .filter(({ uses }) => uses?.startsWith('actions/download-artifact@'))
        .map((step) => step.with?.['name']);
      const given = (jobs[job.needs ?? '']?.steps ?? [])
        .filter(({ uses }) => uses?.startsWith('actions/upload-artifact@'))
        .map((step) => step.with?.['name']);
      expect(given, name).toEqual(expect.arrayContaining(taken));
    }
  });

  it('has its pull request checked, which what pushes it does not set off', () => {
    expect(readWorkflow('ci.yml').on).toHaveProperty('workflow_dispatch');
    const [[, check]] = running('gh workflow run ci.yml --ref version-packages') as [[string, Job]];
    expect(check).toMatchObject({ needs: 'pull-request', permissions: { actions: 'write' } });
    expect(scriptsOf(jobs['pull-request']!)).toContain('switch --force-create version-packages');
  });
});

describe('the patch with the versions', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'finauth-patch-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What the job makes of a change to a repo, handed over as a patch. */
  async function hand(change: (checkout: string) => void): Promise<string> {
    const temp = mkdtempSync(join(folder, 'case-'));
    const checkout = join(temp, 'checkout');
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@localhost', ...args], { cwd: checkout, encoding: 'utf8' });
    mkdirSync(join(checkout, 'packages/signing'), { recursive: true });
    mkdirSync(join(checkout, '.changeset'));
    writeFileSync(join(checkout, 'packages/signing/package.json'), '{\n  "name": "x",\n  "version": "0.0.0",\n  "scripts": {}\n}\n');
    writeFileSync(join(checkout, '.changeset/first.md'), 'x\n');
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'As it was');
    change(checkout);
    git('add', '--all');
    mkdirSync(join(temp, 'versions'));
    writeFileSync(join(temp, 'versions/versions.patch'), git('diff', '--cached', '--binary'));
    git('reset', '--quiet', '--hard');
    await runJob('pull-request', { cwd: checkout, env: { ...process.env, RUNNER_TEMP: temp } });
    return git('show', '--name-only', '--format=%s', 'version-packages');
  }

  it('becomes a commit where it has versions, changelogs and changesets that went', async () => {
    const commit = await hand((checkout) => {
      writeFileSync(join(checkout, 'packages/signing/package.json'), '{\n  "name": "x",\n  "version": "0.1.0",\n  "scripts": {}\n}\n');
      writeFileSync(join(checkout, 'packages/signing/CHANGELOG.md'), '# x\n');
      mkdirSync(join(checkout, 'spec/released'), { recursive: true });
      writeFileSync(join(checkout, 'spec/released/openapi.json'), '{}\n');
      rmSync(join(checkout, '.changeset/first.md'));
    });
    expect(commit.trim().split('\n').filter(Boolean)).toEqual([
      'Version packages',
      '.changeset/first.md',
      'packages/signing/CHANGELOG.md',
      'packages/signing/package.json',
      'spec/released/openapi.json',
    ]);
  });

  it.each<[what: string, change: (checkout: string) => void]>([
    [
      'a workflow',
      (checkout) => (
        mkdirSync(join(checkout, '.github/workflows'), { recursive: true }),
        writeFileSync(join(checkout, '.github/workflows/evil.yml'), 'x\n')
      ),
    ],
    ['a source', (checkout) => writeFileSync(join(checkout, 'packages/signing/index.ts'), 'x\n')],
    [
      'a script of a package',
      (checkout) =>
        writeFileSync(
          join(checkout, 'packages/signing/package.json'),
          '{\n  "name": "x",\n  "version": "0.1.0",\n  "scripts": { "postinstall": "evil" }\n}\n',
        ),
    ],
    [
      'a line before the version',
      (checkout) =>
        writeFileSync(
          join(checkout, 'packages/signing/package.json'),
          '{\n  "name": "x",\n  "bin": "evil", "version": "0.1.0",\n  "scripts": {}\n}\n',
        ),
    ],
    ['a changelog that is a link', (checkout) => symlinkSync('/etc/passwd', join(checkout, 'packages/signing/CHANGELOG.md'))],
    ['a changelog that can be run', (checkout) => writeFileSync(join(checkout, 'packages/signing/CHANGELOG.md'), 'x\n', { mode: 0o755 })],
    ['a file beside a changelog', (checkout) => writeFileSync(join(checkout, 'packages/signing/CHANGELOG.md.sh'), 'x\n')],
    ['a changeset of another kind', (checkout) => writeFileSync(join(checkout, '.changeset/config.json'), '{}\n')],
  ])('is refused where it has %s', async (_what, change) => {
    await expect(hand(change)).rejects.toThrow('The patch changes what no release changes');
  });
});
