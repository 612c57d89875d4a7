import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join } from 'node:path';

type Conditions = { readonly [condition: string]: string | Conditions };

/** Copies what a package publishes. */
export async function copyPackage(from: string, to: string): Promise<void> {
  const { files } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8')) as { files: string[] };
  for (const name of ['package.json', 'README.md', 'LICENSE', ...files]) await cp(join(from, name), join(to, name), { recursive: true });
}

/** Takes CommonJS out of a copy of a package: what it would be with ES modules alone. */
export async function takeOutCommonJs(folder: string): Promise<void> {
  const {
    main: _,
    typesVersions: __,
    ...manifest
  } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  const only = Object.fromEntries(
    ['exports', 'imports'].flatMap((field) =>
      manifest[field] === undefined ? [] : [[field, withoutFormats(manifest[field] as Conditions)]],
    ),
  );
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, types: './dist/index.d.ts', ...only }, undefined, 2));
  for (const file of globSync('dist/**/*.{cjs,d.cts}', { cwd: folder })) await rm(join(folder, file));
}

/** Each entry as it is for who imports it. */
function withoutFormats(conditions: Conditions): Conditions {
  return Object.fromEntries(
    Object.entries(conditions).map(([name, target]) => {
      if (typeof target === 'string') return [name, target];
      return [name, target['module-sync'] ?? withoutFormats(target)];
    }),
  );
}
