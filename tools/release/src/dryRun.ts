import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cloneRepo } from './cloneRepo.ts';
import { createConsumer, type Installed } from './createConsumer.ts';
import { release, type Release } from './release.ts';
import { startRegistry } from './startRegistry.ts';

/** The change that the second release brings: a new name in a package's API. */
export const change = {
  name: '@finauth-sdk/signing',
  file: 'packages/signing/src/index.ts',
  exported: 'addedByTheDryRun',
  summary: 'A name that the dry run of a release has added.',
} as const;

/** A release and the project that has it. */
export interface Round {
  release: Release;
  installed: Installed;
}

/**
 * The whole of a release, twice in a row, from a clean clone to a project that has installed it from a registry; the second time with a minor change,
 * over the first. Nothing of it is seen outside of this machine.
 *
 * @param folder an empty one, to be deleted by whoever made it.
 */
export async function dryRun(folder: string): Promise<[first: Round, second: Round]> {
  const registry = await startRegistry(join(folder, 'registry'));
  try {
    const clone = await cloneRepo(join(folder, 'clone'), registry.env);
    const first = await release(clone, registry.url);
    const consumer = await createConsumer(join(folder, 'consumer'), Object.keys(first.published), registry);
    const firstInstalled = await consumer.upgrade();

    await appendFile(join(clone.folder, change.file), `\n/** Made by a dry run. */\nexport const ${change.exported}: boolean = true;\n`);
    await writeFile(join(clone.folder, '.changeset/dry-run.md'), `---\n'${change.name}': minor\n---\n\n${change.summary}\n`);
    await clone.commit('Add a name (#1)');
    const second = await release(clone, registry.url);
    return [
      { release: first, installed: firstInstalled },
      { release: second, installed: await consumer.upgrade() },
    ];
  } finally {
    await registry.close();
  }
}
