import { watch } from 'chokidar';
import { once } from 'node:events';
import { join, relative } from 'node:path';

/** What is looked at. Everything else follows from it, and would set off a second round. */
const FOLDERS = ['spec', 'packages', 'tools', 'test'];
const FOLLOWS = /(^|\/)(node_modules|dist|generated|released|\.report|\.turbo)(\/|$)|\.tsbuildinfo$|~$|\.new$/;

export interface Watch {
  close: () => Promise<void>;
}

/** Tells of each saved file, by its path from the root. Resolves once nothing can be missed any more. */
export async function watchTree(root: string, onSave: (path: string) => void): Promise<Watch> {
  const pathOf = (path: string) => relative(root, path).replaceAll('\\', '/');
  const watcher = watch(
    FOLDERS.map((folder) => join(root, folder)),
    { ignoreInitial: true, followSymlinks: false, ignored: (path) => FOLLOWS.test(pathOf(path)) },
  );
  watcher.on('all', (event, path) => {
    if (event === 'add' || event === 'change' || event === 'unlink') onSave(pathOf(path));
  });
  await once(watcher, 'ready');
  return { close: () => watcher.close() };
}
