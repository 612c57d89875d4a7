import { mkdir, mkdtemp, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clone } from './cloneRepo.ts';
import { publicPackages, type Manifest } from './publicPackages.ts';
import { readChangesets, type Changeset } from './readChangesets.ts';
import { runJob } from './workflow.ts';

/** A release, as it was found when it was over. */
export interface Release {
  /** What the packages were before. */
  before: Manifest[];
  /** What waited for it. */
  changesets: Changeset[];
  /** What the registry now has, by the package's name. */
  published: Record<string, Published>;
  /** The tags of the release's commit. */
  tags: string[];
}

export interface Published {
  versions: string[];
  distTags: Record<string, string>;
  /** The package.json of its latest version, as whoever installs it gets it. */
  manifest: Manifest;
}

/**
 * One release as the workflow does it, by the steps of its own jobs: versions, if anything waits for them, as a patch for a checkout in which nothing is
 * installed; packages as tarballs, published from a folder in which nothing else is; tags.
 */
export async function release(clone: Clone, registryUrl: string): Promise<Release> {
  const before = await publicPackages(clone.folder);
  const changesets = await readChangesets(clone.folder);
  const handedOver = await mkdtemp(join(dirname(clone.folder), 'handed-over-'));
  const env = { ...clone.env, RUNNER_TEMP: handedOver, GITHUB_OUTPUT: join(handedOver, 'output'), PROVENANCE: 'false' };
  if (changesets.length > 0) {
    await runJob('versions', { cwd: clone.folder, env });
    await clone.run('git', 'reset', '--quiet', '--hard');
    const bare = join(handedOver, 'checkout');
    await clone.run('git', 'clone', '--quiet', clone.folder, bare);
    await mkdir(join(handedOver, 'versions'));
    await rename(join(handedOver, 'versions.patch'), join(handedOver, 'versions/versions.patch'));
    await runJob('pull-request', { cwd: bare, env });
    await clone.run('git', 'pull', '--quiet', '--ff-only', bare, 'version-packages');
  }
  await runJob('pack', { cwd: clone.folder, env });
  const empty = await mkdtemp(join(handedOver, 'empty-'));
  await runJob('publish', { cwd: empty, env });
  await runJob('tag', { cwd: clone.folder, env });
  const published = await Promise.all(before.map(async ({ name }) => [name, await lookUp(name, registryUrl)] as const));
  const tags = (await clone.run('git', 'tag', '--points-at', 'HEAD')).split('\n').filter((tag) => tag !== '');
  return { before, changesets, published: Object.fromEntries(published), tags };
}

async function lookUp(name: string, registryUrl: string): Promise<Published> {
  const response = await fetch(`${registryUrl}${name.replace('/', '%2f')}`);
  if (!response.ok) throw new Error(`${name} is not in the registry: ${response.status}`);
  const document = (await response.json()) as { versions: Record<string, Manifest>; 'dist-tags': Record<string, string> };
  const distTags = document['dist-tags'];
  return { versions: Object.keys(document.versions), distTags, manifest: document.versions[distTags['latest']!]! };
}
