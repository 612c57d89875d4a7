import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';

/** What is made in the repo, and not part of it. */
const MADE = new Set(['.git', '.report', '.turbo', 'dist', 'node_modules']);

export interface RepoCopy {
  root: string;
  remove: () => void;
}

/** A copy of the repo that can be worked in like the repo itself. What is installed is shared, what is made is not. */
export function copyRepo(root: string): RepoCopy {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'finauth-copy-')));
  cpSync(root, copy, { recursive: true, preserveTimestamps: true, filter: (path) => path === root || !MADE.has(basename(path)) });
  for (const folder of workspaceFolders(root)) {
    const links = join(folder, 'node_modules');
    // Links from package to package are relative, and so lead to the copy.
    cpSync(links, join(copy, relative(root, links)), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/^\.(cache|vite.*)$/.test(basename(path)),
    });
  }
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true, maxRetries: 5 }) };
}

function workspaceFolders(root: string): string[] {
  const within = ['packages', 'tools', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(root, folder, entry.name)),
  );
  return [join(root, 'spec'), ...within].filter((folder) => readdirSync(folder).includes('node_modules'));
}
