import { signatureScheme } from '@finauth-sdk/client';
import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const folder = new URL('../vectors/', import.meta.url);
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

// Not every machine has it. CI's machines do.
describe.runIf(hasOpenssl)('the signatures that the judgement is held against', () => {
  // A process of openssl for each step of each signature: seconds, and many where the machine has much else to do.
  it('are what openssl makes', { timeout: 120_000 }, async () => {
    const { stdout } = await promisify(execFile)('sh', [fileURLToPath(new URL('makeSignatures.sh', folder)), signatureScheme.digest]);
    expect(stdout).toBe(await readFile(new URL(`${signatureScheme.digest}.json`, folder), 'utf8'));
  });
});
