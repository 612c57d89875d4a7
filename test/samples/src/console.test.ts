import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { canonicalize, digest } from '@finauth-sdk/signing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeBlocks } from './codeBlocks.ts';
import { root, spec } from './places.ts';
import { run } from './run.ts';

it('finauth explain prints what the README of the command shows', async () => {
  const { apiKey, apiSecret, currentTime, random } = (await bundleSpec(spec))['x-signature'].example as Record<string, string>;
  // Not as long as by default: that is replaced in the README where it changes, and the time in this signature is not.
  const times = { currentTime: Number(currentTime), expireTime: Number(currentTime) + 120 };
  const raw = canonicalize({ apiKey: apiKey!, ...times, random: Number(random) });
  const hexDigest = Buffer.from(`${Buffer.from(digest(raw, apiSecret!)).toString('hex')}${raw}`).toString('base64');
  const { code } = codeBlocks(readFileSync(join(root, 'packages/cli/README.md'), 'utf8')).find(({ info }) => info === 'console')!;
  const [command, ...shown] = code.split('\n');
  expect(command).toBe('$ finauth explain < sign.txt');
  const { stdout } = await run(
    'finauth',
    ['explain', '--at', String(times.currentTime + 10)],
    { FINAUTH_API_SECRET: apiSecret! },
    hexDigest,
  );
  // What it says of the digest's bytes is left out.
  expect(shown.shift()).toBe('…');
  expect(stdout.trimEnd().split('\n').slice(-shown.length)).toEqual(shown);
});
