import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPnpm } from '../../../tools/findPnpm.mjs';
import type { Manifest, Published } from './published.ts';

export interface Packed {
  /** What would be uploaded. */
  readonly tarball: Uint8Array;
  /** The paths in it, in their order. */
  readonly files: readonly string[];
  /** package.json as it is in there: pnpm writes versions in place of its own protocols. */
  readonly manifest: Manifest;
  /** A file of it as text. */
  read(path: string): Promise<string>;
}

const run = promisify(execFile);

/** Packs a package as publishing would. */
export async function pack({ directory }: Published): Promise<Packed> {
  const scratch = await mkdtemp(join(tmpdir(), 'finauth-pack-'));
  try {
    const { stdout } = await run(findPnpm(), ['pack', '--json', '--pack-destination', scratch], { cwd: directory });
    const { filename, files } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { filename: string; files: { path: string }[] };
    await run('tar', ['-xzf', filename, '-C', scratch]);
    const texts = new Map<string, string>();
    for (const { path } of files) texts.set(path, await readFile(join(scratch, 'package', path), 'utf8'));
    return {
      tarball: new Uint8Array(await readFile(filename)),
      files: files.map(({ path }) => path).sort(),
      manifest: JSON.parse(texts.get('package.json')!) as Manifest,
      read: async (path) => texts.get(path)!,
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
