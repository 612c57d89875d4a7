import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spec } from './folders.ts';

/** The contract as it stands in the repo. */
export const contract = await bundleSpec(spec);

const fixtures = join(import.meta.dirname, '../fixtures');

export interface Scratch {
  /** A copy of the spec, with guides and samples made for tests beside its own. */
  spec: string;
  /** Pages such as typedoc makes. */
  api: string;
  /** An empty place. */
  path(name: string): string;
  remove(): Promise<void>;
}

/** A folder for a test, with a spec in it that the test may change. */
export async function makeScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'finauth-docs-test-'));
  const path = (name: string) => join(folder, name);
  await cp(spec, path('spec'), { recursive: true, filter: (file) => !/node_modules|\.turbo/.test(file) });
  await cp(join(fixtures, 'guides'), path('spec/guides'), { recursive: true });
  await cp(join(fixtures, 'samples'), path('spec/samples'), { recursive: true });
  await cp(join(fixtures, 'api'), path('api'), { recursive: true });
  return { spec: path('spec'), api: path('api'), path, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Writes a file of the scratch spec anew. */
export function writeSpec({ spec: folder }: Scratch, file: string, text: string): Promise<void> {
  return writeFile(join(folder, file), text);
}
