import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, dryRun, type Round } from './dryRun.ts';
import { expectedVersions } from './expectedVersions.ts';
import { showRound } from './showRound.ts';

/** What is versioned together, so that nobody has to find out which of them go with each other. */
const together = ['@finauth-sdk/client', '@finauth-sdk/validator', '@finauth-sdk/signing'];

let folder: string;
let rounds: [first: Round, second: Round];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finauth-release-'));
  rounds = await dryRun(folder);
  for (const [index, round] of rounds.entries()) console.log(showRound(index + 1, round));
}, 900_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each([0, 1] as const)('release %i of two in a row, from a clean clone', (index) => {
  it('moves each package as far as its changes, its group and what it depends on ask for', () => {
    const { before, changesets, published } = rounds[index].release;
    const found = Object.fromEntries(Object.entries(published).map(([name, { manifest }]) => [name, manifest.version]));
    expect(found).toEqual(expectedVersions(before, changesets, [together]));
  });

  it('makes that version the latest, beside those that were there', () => {
    for (const [name, { versions, distTags, manifest }] of Object.entries(rounds[index].release.published)) {
      expect(distTags, name).toEqual({ latest: manifest.version });
      expect(versions.toSorted(), name).toEqual([...new Set(rounds.slice(0, index + 1).map((round) => versionOf(round, name)))].sort());
    }
  });

  it('publishes no address that only this workspace knows, and takes our own packages at one exact version', () => {
    const { published } = rounds[index].release;
    for (const [name, { manifest }] of Object.entries(published)) {
      // What begins with "_" is npm's own note on the upload, such as the name that the tarball had.
      const told = Object.fromEntries(Object.entries(manifest).filter(([field]) => !field.startsWith('_')));
      expect(JSON.stringify(told), name).not.toMatch(/"(workspace|catalog|link|file):/);
      for (const [dependency, range] of Object.entries(manifest.dependencies ?? {}))
        if (dependency in published) expect(range, `${name} takes ${dependency}`).toBe(published[dependency]!.manifest.version);
    }
  });

  it('tags its commit with each package that it has moved, and its version', () => {
    const { before, tags } = rounds[index].release;
    const moved = before.filter(({ name, version }) => versionOf(rounds[index], name) !== version);
    expect(tags).toEqual(expect.arrayContaining(moved.map(({ name }) => `${name}@${versionOf(rounds[index], name)}`)));
  });

  it('says in each changelog what has changed, under its version', () => {
    const { changesets, published } = rounds[index].release;
    for (const { bumps, summary } of changesets)
      for (const name of Object.keys(bumps)) {
        const section = latestSection(rounds[index].installed.changelogs[name]!);
        expect(section, name).toMatch(new RegExp(`^## ${published[name]!.manifest.version.replaceAll('.', String.raw`\.`)}\n`));
        expect(section, name).toContain(summary.split('\n')[0]);
      }
  });

  it('is installed by npm, each package once, in a project that then mints a token', () => {
    const { release, installed } = rounds[index];
    expect(installed.versions).toEqual(
      Object.fromEntries(Object.entries(release.published).map(([name, { manifest }]) => [name, manifest.version])),
    );
    expect(installed.token).not.toBe('');
  });
});

it('brings the second release’s change to the project that had the first', () => {
  const [first, second] = rounds;
  expect(first.installed.names[change.name]).not.toContain(change.exported);
  expect(second.installed.names[change.name]).toContain(change.exported);
  expect(second.installed.token).not.toBe(first.installed.token);
});

it('links the second release’s change to the pull request that its commit names', () => {
  expect(latestSection(rounds[1].installed.changelogs[change.name]!)).toMatch(/ \(\[#1\]\(https:.*\/pull\/1\)\)$/m);
});

it('keeps what a changelog said of the first release', () => {
  for (const [name, text] of Object.entries(rounds[0].installed.changelogs))
    expect(rounds[1].installed.changelogs[name], name).toContain(latestSection(text));
});

it('moves what is versioned together to one version, whichever of it has changed', () => {
  for (const round of rounds) expect(new Set(together.map((name) => versionOf(round, name))).size).toBe(1);
  expect(versionOf(rounds[1], change.name)).not.toBe(versionOf(rounds[0], change.name));
});

function versionOf({ release }: Round, name: string): string {
  return release.published[name]!.manifest.version;
}

/** From the first `## ` to the next. */
function latestSection(changelog: string): string {
  return (/^## .*?(?=^## |(?![\s\S]))/ms.exec(changelog)?.[0] ?? '').trimEnd();
}
