import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished, vi } from 'vitest';

const START = `
  const { launchChromium } = await import('./chromium.ts');
  const browser = await launchChromium();
  console.log(browser.version());
  await browser.close();
`;

it('starts in several processes at once on a machine that has never had it', { timeout: 60_000 }, async () => {
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

it('replaces no program that another process has put there in the meantime', { timeout: 60_000 }, async () => {
  const bare = await mkdtemp(join(tmpdir(), 'bare-'));
  onTestFinished(() => rm(bare, { recursive: true }));
  const unpacked = promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', `const { unpackChromium } = await import('./unpackChromium.ts'); await unpackChromium();`],
    { cwd: import.meta.dirname, env: { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x', TMPDIR: bare } },
  );
  // It has looked, and found none.
  await vi.waitFor(async () => expect(await readdir(bare)).toEqual([expect.stringMatching(/^unpacking-/)]), {
    timeout: 30_000,
    interval: 5,
  });
  await writeFile(join(bare, 'chromium'), 'of an earlier process');
  await unpacked;
  expect((await stat(join(bare, 'chromium'))).size).toBe('of an earlier process'.length);
  // All else that it needs is there, and its own folder is gone.
  const left = await readdir(bare);
  expect(left.length).toBeGreaterThan(1);
  expect(left.filter((name) => name.startsWith('unpacking-'))).toEqual([]);
});
