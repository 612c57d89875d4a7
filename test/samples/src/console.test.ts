import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeBlocks } from './codeBlocks.ts';
import { root, spec } from './places.ts';
import { run } from './run.ts';

it('finauth explain prints what the README of the command shows', async () => {
  const { apiSecret, currentTime, digestHex, raw } = (await bundleSpec(spec))['x-signature'].example as Record<string, string>;
  const hexDigest = Buffer.from(`${digestHex}${raw}`).toString('base64');
  const { code } = codeBlocks(readFileSync(join(root, 'packages/cli/README.md'), 'utf8')).find(({ info }) => info === 'console')!;
  const [command, ...shown] = code.split('\n');
  expect(command).toBe('$ finauth explain < sign.txt');
  const { stdout } = await run(
    'finauth',
    ['explain', '--at', String(Number(currentTime) + 10)],
    { FINAUTH_API_SECRET: apiSecret! },
    hexDigest,
  );
  // What it says of the digest's bytes is left out.
  expect(shown.shift()).toBe('…');
  expect(stdout.trimEnd().split('\n').slice(-shown.length)).toEqual(shown);
});
