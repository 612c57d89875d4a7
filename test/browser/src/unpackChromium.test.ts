import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
  let areDone = false;
  const program = firstProgram(bare, () => areDone);
  const starts = await Promise.all(
    [1, 2, 3].map(() =>
      promisify(execFile)(process.execPath, ['--input-type=module', '--eval', START], {
        cwd: import.meta.dirname,
        env: { ...process.env, TMPDIR: bare },
      }),
    ),
  );
  for (const { stdout } of starts) expect(stdout).toMatch(/^\d+(?:\.\d+)+\n$/);
  areDone = true;
  expect((await stat(join(bare, 'chromium'))).ino, 'the program that the first of them runs stays in its place').toBe(await program);
  expect((await readdir(bare)).filter((name) => name.startsWith('unpacking-'))).toEqual([]);
});

/** Which file the program is as soon as there is one. */
async function firstProgram(folder: string, isOver: () => boolean): Promise<number | undefined> {
  while (!isOver()) {
    const found = await stat(join(folder, 'chromium')).catch(() => undefined);
    if (found) return found.ino;
    await sleep(1);
  }
  return undefined;
}
