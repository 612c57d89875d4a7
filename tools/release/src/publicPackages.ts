import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A package.json, as far as a release goes by it. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  dependencies?: Record<string, string>;
}

/** What a repo publishes: each package.json of its folder `packages`. */
export async function publicPackages(repo: string): Promise<Manifest[]> {
  const folders = await readdir(join(repo, 'packages'));
  const manifests = await Promise.all(
    folders.map(async (folder) => JSON.parse(await readFile(join(repo, 'packages', folder, 'package.json'), 'utf8')) as Manifest),
  );
  return manifests.filter((manifest) => manifest.private !== true);
}
