import { expect, test } from 'vitest';
import { signatureNames } from './signatureNames.ts';

const scheme = (algorithm: string, digest: string): string =>
  `export const signatureScheme = {\n  algorithm: '${algorithm}',\n  digest: '${digest}',\n};\n`;
const sha1 = scheme('hmac_sha1', 'HMAC-SHA1');
const sha256 = scheme('hmac_sha256', 'HMAC-SHA256');

/** What becomes of a text once calls are signed in another way. */
function rewritten(text: string, before: string, after: string): string {
  return signatureNames(before, after).reduce(
    (all, { pattern, replacements }) => all.replace(pattern, (name) => replacements.get(name)!),
    text,
  );
}

test.each([
  ['the field', "sign_version: 'hmac_sha1'", "sign_version: 'hmac_sha256'"],
  ['a keyword', '"hmac_sha1",', '"hmac_sha256",'],
  ['words', 'An HMAC-SHA1, and an audited SHA-1.', 'An HMAC-SHA256, and an audited SHA-256.'],
  ['Node', "createHmac('sha1', secret)", "createHmac('sha256', secret)"],
  ['openssl', 'openssl dgst -sha1 -hmac', 'openssl dgst -sha256 -hmac'],
  ['the length of a digest', '40 hex digits, 20 raw bytes', '64 hex digits, 32 raw bytes'],
  // A hash that is no signature's.
  [
    'a hash of something else',
    "createHash('sha1'), SHA-1024, git's sha1, hmac_sha1x",
    "createHash('sha1'), SHA-1024, git's sha1, hmac_sha1x",
  ],
])('%s', (_what, text, expected) => {
  expect(rewritten(text, sha1, sha256)).toBe(expected);
  expect(rewritten(expected, sha256, sha1)).toBe(text);
});

test('for how long a signature is good', () => {
  const [before, after] = [sha1, sha1].map((code, index) => code.replace('};', `  defaultWindowSeconds: ${index === 0 ? 100 : 60},\n};`));
  expect(rewritten('valid for 100 seconds; a page of 100 seconds', before!, after!)).toBe('valid for 60 seconds; a page of 100 seconds');
});

test('nothing where calls are signed as before, or nothing was generated before', () => {
  expect(signatureNames(sha1, sha1)).toEqual([]);
  expect(signatureNames('', sha1)).toEqual([]);
});
