import type { Contract } from '../contract/contract.ts';
import { digests } from '../contract/digests.ts';
import { header, quote, union } from '../typescriptText.ts';
import type { Outputs } from '../files/outputs.ts';

/** Which hash the digest of the signature is made with: for Node by its name, and for other runtimes the one function that they have to bundle. */
export function generateDigest({ 'x-signature': { digest } }: Contract): Outputs {
  const { bytes, hash, portable } = digests[digest]!;
  return new Map([
    [
      'hash.ts',
      `${header}
/** The hash under the digest of a signature, as Node calls it. */
export const HASH: ${union(Object.values(digests).map((each) => each.hash))} = ${quote(hash)};

/** How many bytes the digest has. */
export const DIGEST_BYTES: number = ${bytes};
`,
    ],
    ['portableHash.ts', `${header}\nexport { ${portable.name} as portableHash } from ${quote(portable.from)};\n`],
  ]);
}
