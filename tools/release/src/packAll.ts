import { mkdir, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { findPnpm } from '../../findPnpm.mjs';
import { inOrder } from './inOrder.ts';
import { publicPackages } from './publicPackages.ts';
import { run } from './run.ts';

// Packs every package into the folder that is named. The numbers before the names are the order to publish them in.
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: npm run release:pack -- FOLDER');
const root = resolve(import.meta.dirname, '../../..');
const target = resolve(root, folder);
await mkdir(target, { recursive: true });

for (const [index, { name }] of inOrder(await publicPackages(root)).entries()) {
  const directory = join(root, 'packages', name.split('/')[1]!);
  const report = await run([findPnpm(), 'pack', '--json', '--pack-destination', target], { cwd: directory });
  const { filename } = JSON.parse(report.slice(report.indexOf('{'))) as { filename: string };
  const tarball = resolve(target, filename);
  const numbered = join(dirname(tarball), `${String(index + 1).padStart(2, '0')}-${tarball.slice(dirname(tarball).length + 1)}`);
  await rename(tarball, numbered);
  console.log(numbered);
}
