import type { Clone } from './cloneRepo.ts';
import { publicPackages, type Manifest } from './publicPackages.ts';
import { readChangesets, type Changeset } from './readChangesets.ts';

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

/** One release as the workflow does it, by the same scripts: versions, if anything waits for them; packages; tags. */
export async function release(clone: Clone, registryUrl: string): Promise<Release> {
  const before = await publicPackages(clone.folder);
  const changesets = await readChangesets(clone.folder);
  if (changesets.length > 0) {
    await clone.run('npm', 'run', 'release:version');
    await clone.commit('Version packages');
  }
  await clone.run('npm', 'run', 'release:publish');
  await clone.run('npm', 'run', 'release:tag');
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
