import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { link, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const UNPACK = `const { default: packaged } = await import('@sparticuz/chromium'); await packaged.executablePath();`;
const PROGRAM = 'chromium';

/**
 * Puts Chromium where its package looks for it. The package itself unpacks in place, and takes a file that is there for a whole one: of several processes that
 * begin together on a new machine, the later ones start half a program. So each unpacks into a folder of its own, and what is whole moves on, unless it is
 * there by then: what an earlier process runs is never replaced under it.
 */
export async function unpackChromium(): Promise<void> {
  if (existsSync(join(tmpdir(), PROGRAM))) return;
  const folder = await mkdtemp(join(tmpdir(), 'unpacking-'));
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: folder },
    });
    // The program last: once it is there, so is what it needs.
    const names = (await readdir(folder)).toSorted((a, b) => Number(a === PROGRAM) - Number(b === PROGRAM));
    for (const name of names) await moveUnlessThere(join(folder, name), join(tmpdir(), name));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function moveUnlessThere(from: string, to: string): Promise<void> {
  // To rename replaces a file, and not a folder with something in it; to link replaces nothing.
  const move = (await stat(from)).isDirectory() ? rename : link;
  await move(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}
