import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { generate } from './generate.ts';
import { testSpec } from './testing/testSpec.ts';

const testing = join(import.meta.dirname, 'testing');

test('another locale, time zone, umask, order of files and a checkout with CRLF make the same bytes', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'finauth-surroundings-'));
  try {
    const spec = join(scratch, 'spec');
    await cp(testSpec, spec, { recursive: true });
    await withCrlf(spec);
    const { stdout } = await promisify(execFile)(process.execPath, [join(testing, 'printOutputs.ts'), spec], {
      env: {
        ...process.env,
        // The processes that the generator starts are to have it too.
        NODE_OPTIONS: `--import=${join(testing, 'noise.mjs')}`,
        LC_ALL: 'tr_TR.UTF-8',
        LANG: 'tr_TR.UTF-8',
        LANGUAGE: 'tr_TR',
        TZ: 'Asia/Kathmandu',
      },
      maxBuffer: 64 * 1024 * 1024,
    });
    const { surroundings, outputs } = JSON.parse(stdout) as { surroundings: object; outputs: [string, string][] };
    expect(surroundings).toEqual({
      locale: 'tr-TR',
      timeZone: expect.stringMatching(/^Asia\/Kat[h]?mandu$/),
      umask: 0o077,
      firstFile: (await readdir(spec)).at(-1),
    });
    expect(new Map(outputs)).toEqual(await generate(testSpec));
    expect(outputs.filter(([, text]) => text.includes('\r'))).toEqual([]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
});

async function withCrlf(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths) await writeFile(path, (await readFile(path, 'utf8')).replaceAll('\n', '\r\n'));
  expect(paths.length).toBeGreaterThan(1);
}
