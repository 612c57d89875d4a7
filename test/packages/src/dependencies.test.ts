import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Manifest, published, type Published, root } from './published.ts';

const dependencies = published.flatMap((one) =>
  Object.keys(one.manifest.dependencies ?? {}).map((name) => ({ one, in: one.folder, name })),
);

it('client, validator and signing together bring at most two packages of others', () => {
  const foreign = dependencies.filter(
    (each) => ['client', 'validator', 'signing'].includes(each.in) && !each.name.startsWith('@finauth-sdk/'),
  );
  expect(new Set(foreign.map(({ name }) => name)).size).toBeLessThanOrEqual(2);
});

describe('every runtime dependency stands in the README of its package, with its reason and its licence', () => {
  it.each(dependencies)('$name, of $in', ({ one, name }) => {
    const row = readFileSync(join(one.directory, 'README.md'), 'utf8').match(
      new RegExp(`^\\| \`${name}\` \\| ([^|]+) \\| ([^|]+) \\|$`, 'm'),
    );
    expect(row?.[1]?.trim(), `the README needs a row | \`${name}\` | licence | reason |`).toBe(licenceOf(one, name));
    expect(row?.[2]).toMatch(/\w/);
  });
});

it('every licence is one that a bank may use', () => {
  const licences = dependencies.map(({ one, name }) => licenceOf(one, name));
  expect(licences.filter((licence) => !['MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause'].includes(licence))).toEqual([]);
});

/** Looked for on the disk: not every package exports its package.json. */
function licenceOf({ directory }: Published, name: string): string {
  const folders = createRequire(join(directory, 'package.json')).resolve.paths(name)!;
  const manifests = folders.map((folder) => join(folder, name, 'package.json')).flatMap((path) => read(path));
  if (manifests[0] === undefined) throw new Error(`${name} is not installed below ${dirname(root)}`);
  return manifests[0].license;
}

function read(path: string): Manifest[] {
  try {
    return [JSON.parse(readFileSync(path, 'utf8')) as Manifest];
  } catch {
    return [];
  }
}
