import { cpSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { copyRepo, type RepoCopy } from '../../copyRepo.ts';

/** A copy of the repo with what is built of it, so that nothing is changed where people work. */
export function copyToMutate(root: string): RepoCopy {
  const copy = copyRepo(root);
  for (const built of globSync('{packages,test}/*/dist', { cwd: root }))
    cpSync(join(root, built), join(copy.root, built), { recursive: true });
  return copy;
}
