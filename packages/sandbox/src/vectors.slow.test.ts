import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const folder = new URL('../vectors/', import.meta.url);
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

// Not every machine has it. CI's machines do.
describe.runIf(hasOpenssl)('the signatures that the judgement is held against', () => {
  it('are what openssl makes', async () => {
    const { stdout } = await promisify(execFile)('sh', [fileURLToPath(new URL('makeSignatures.sh', folder))]);
    expect(stdout).toBe(await readFile(new URL('signatures.json', folder), 'utf8'));
  });
});
