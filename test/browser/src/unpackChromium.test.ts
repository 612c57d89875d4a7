import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

const START = `
  const { launchChromium } = await import('./chromium.ts');
  const browser = await launchChromium();
  console.log(browser.version());
  await browser.close();
`;

it('starts in several processes at once on a machine that has never had it', async () => {
  const bare = await mkdtemp(join(tmpdir(), 'bare-'));
  onTestFinished(() => rm(bare, { recursive: true }));
  const starts = await Promise.all(
    [1, 2, 3].map(() =>
      promisify(execFile)(process.execPath, ['--input-type=module', '--eval', START], {
        cwd: import.meta.dirname,
        env: { ...process.env, TMPDIR: bare },
      }),
    ),
  );
  for (const { stdout } of starts) expect(stdout).toMatch(/^\d+(?:\.\d+)+\n$/);
  expect((await readdir(bare)).filter((name) => name.startsWith('unpacking-'))).toEqual([]);
});
