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
 * begin together on a new machine, the later ones start half a program. So each unpacks into a folder of its own, and what is whole moves on.
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
    for (const name of names) await putInPlace(join(folder, name), join(tmpdir(), name)).catch(unlessThere);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file by a second name, which fails where there is one: another process may be running it, and a rename would put a copy over it. A folder cannot be linked, but its rename fails where there is a full one. */
async function putInPlace(from: string, to: string): Promise<void> {
  if ((await stat(from)).isDirectory()) await rename(from, to);
  else await link(from, to);
}

/** What another process has put there in the meantime. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}
