import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edit } from './edit.ts';

interface Scheme {
  readonly algorithm: string;
  readonly digest: string;
  readonly bytes: number;
  /** The worked example's, by openssl: `printf %s RAW | openssl dgst -sha256 -hmac example-secret`. */
  readonly digestHex: string;
  readonly sign: string;
  readonly inWords: readonly [bytes: string, digits: string];
}

const SHA1: Scheme = {
  algorithm: 'hmac_sha1',
  digest: 'HMAC-SHA1',
  bytes: 20,
  digestHex: 'ab5963ad5b9a4ea9cdd313be5be84da8e6aa18cd',
  sign: 'q1ljrVuaTqnN0xO+W+hNqOaqGM1hPWV4YW1wbGUta2V5JmI9MTgwMDAwMDEwMCZjPTE4MDAwMDAwMDAmZD0xMjM0NTY3ODkw',
  inWords: ['twenty', 'forty'],
};
const SHA256: Scheme = {
  algorithm: 'hmac_sha256',
  digest: 'HMAC-SHA256',
  bytes: 32,
  digestHex: 'dd9d1d7e3e3f5400b8d689c755dad3d8680d8ef017f56e74c9c17b5c62dfbefb',
  sign: '3Z0dfj4/VAC41onHVdrT2GgNjvAX9W50ycF7XGLfvvthPWV4YW1wbGUta2V5JmI9MTgwMDAwMDEwMCZjPTE4MDAwMDAwMDAmZD0xMjM0NTY3ODkw',
  inWords: ['thirty-two', 'sixty-four'],
};

/** The other one of the two algorithms that the SDK can sign with: in signature.yaml, and in what shows it in a schema or an example. */
export const changeAlgorithm: Edit = {
  what: 'another algorithm of the signature',
  shows: [],
  isApart: true,
  renames: [
    ['SHA1', 'SHA256'],
    ['sha1', 'sha256'],
    ['SHA-1', 'SHA-256'],
  ],
  async apply(spec) {
    const isSha1 = (await readFile(join(spec, 'signature.yaml'), 'utf8')).includes(`digest: ${SHA1.digest}\n`);
    const [from, to] = isSha1 ? [SHA1, SHA256] : [SHA256, SHA1];
    const files = await readdir(spec, { recursive: true });
    for (const file of files.filter((name) => /^(?:signature|(?:components|paths)\W.*)\.yaml$/.test(name))) {
      const before = await readFile(join(spec, file), 'utf8');
      const after = before
        .replaceAll(from.algorithm, to.algorithm)
        .replaceAll(from.digest, to.digest)
        .replace(`digestBytes: ${from.bytes}`, `digestBytes: ${to.bytes}`)
        .replaceAll(from.digestHex, to.digestHex)
        .replaceAll(from.sign, to.sign)
        .replaceAll(from.inWords[0], to.inWords[0])
        .replaceAll(from.inWords[1], to.inWords[1]);
      if (after !== before) await writeFile(join(spec, file), after);
    }
  },
};
