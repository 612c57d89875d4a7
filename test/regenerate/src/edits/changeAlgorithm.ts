import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Edit, replaceText } from './edit.ts';

/** The second algorithm that the SDK can sign with, in the place of the first. The examples' signatures are openssl's own. */
export const changeAlgorithm: Edit = {
  what: 'another algorithm of the signature',
  shows: [],
  isUntestable: true,
  async apply(spec) {
    await replaceText(spec, 'signature.yaml', 'algorithm: hmac_sha1', 'algorithm: hmac_sha256');
    await replaceText(spec, 'signature.yaml', 'digest: HMAC-SHA1\ndigestBytes: 20', 'digest: HMAC-SHA256\ndigestBytes: 32');
    await replaceText(spec, 'signature.yaml', FORMER.digestHex, DIGEST_HEX);
    await replaceText(spec, 'signature.yaml', FORMER.sign, SIGN);
    for (const request of ['GetBizTokenRequest', 'VerifyRequest'])
      await replaceText(spec, `components/schemas/${request}.yaml`, 'const: hmac_sha1', 'const: hmac_sha256');
    for (const name of ['get_biz_token', 'verify']) {
      const path = join(spec, `paths/${name}.yaml`);
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replaceAll(FORMER.sign, SIGN).replaceAll('sign_version: hmac_sha1', 'sign_version: hmac_sha256'));
    }
  },
};

const FORMER = {
  digestHex: 'ab5963ad5b9a4ea9cdd313be5be84da8e6aa18cd',
  sign: 'q1ljrVuaTqnN0xO+W+hNqOaqGM1hPWV4YW1wbGUta2V5JmI9MTgwMDAwMDEwMCZjPTE4MDAwMDAwMDAmZD0xMjM0NTY3ODkw',
};
const DIGEST_HEX = 'dd9d1d7e3e3f5400b8d689c755dad3d8680d8ef017f56e74c9c17b5c62dfbefb';
const SIGN = '3Z0dfj4/VAC41onHVdrT2GgNjvAX9W50ycF7XGLfvvthPWV4YW1wbGUta2V5JmI9MTgwMDAwMDEwMCZjPTE4MDAwMDAwMDAmZD0xMjM0NTY3ODkw';
