import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPnpm } from '../../findPnpm.mjs';

const root = resolve(import.meta.dirname, '../../..');
const pinned = JSON.parse(readFileSync(join(root, 'tools/pnpm.json'), 'utf8')) as { version: string; integrity: Record<string, string> };

describe('pnpm', () => {
  it('is the version that the lock of it and package.json name, each with a hash', () => {
    const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { packageManager: string };
    expect(packageManager).toMatch(new RegExp(`^pnpm@${pinned.version.replaceAll('.', String.raw`\.`)}\\+sha512\\.[0-9a-f]{128}$`));
    for (const hash of Object.values(pinned.integrity)) expect(Buffer.from(hash.replace(/^sha512-/, ''), 'base64')).toHaveLength(64);
    // What releases are made on.
    expect(pinned.integrity).toHaveProperty('linux-x64');
    expect(execFileSync(findPnpm(), ['--version'], { encoding: 'utf8' }).trim()).toBe(pinned.version);
  });

  it('is fetched nowhere else', () => {
    const files = execFileSync('git', ['ls-files', '-z', '*.ts', '*.mjs', '*.json', '*.yml', '*.sh', '.ci/*'], {
      cwd: root,
      encoding: 'utf8',
    });
    const others = files
      .split('\0')
      .filter((file) => file !== '' && !file.endsWith('findPnpm.test.ts'))
      .filter((file) =>
        /npx['", ][^\n|]*(?:pnpm@|packageManager)|corepack (?:enable|use|prepare)/.test(readFileSync(join(root, file), 'utf8')),
      );
    expect(others).toEqual([]);
  });
});

describe('a pnpm that is not what its hash says', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'finauth-pnpm-'));
    mkdirSync(join(folder, 'tools'));
    cpSync(join(root, 'tools/findPnpm.mjs'), join(folder, 'tools/findPnpm.mjs'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is not run, nor left where it would be found', { timeout: 60_000 }, () => {
    const wrong = Object.fromEntries(
      Object.entries(pinned.integrity).map(([target, hash]) => [target, hash.replace(/^sha512-.{4}/, 'sha512-AAAA')]),
    );
    writeFileSync(join(folder, 'tools/pnpm.json'), JSON.stringify({ ...pinned, integrity: wrong }));
    const find = `const { findPnpm } = await import('./tools/findPnpm.mjs'); console.log(findPnpm());`;
    expect(() =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', find], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }),
    ).toThrow('EINTEGRITY');
    expect(readdirSync(join(folder, 'node_modules/.pnpm-program'))).toEqual([]);
  });
});
