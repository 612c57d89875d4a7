import { globSync } from 'node:fs';

/** The files below a folder that some globs mean, those behind a `!` taken away. */
export function filesOf(folder: string, globs: readonly string[]): Set<string> {
  const found = new Set(
    globSync(
      globs.filter((glob) => !glob.startsWith('!')),
      { cwd: folder },
    ),
  );
  const left = globSync(
    globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)),
    { cwd: folder },
  );
  for (const file of left) found.delete(file);
  return found;
}
