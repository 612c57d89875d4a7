import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type UserConfig } from 'tsdown';

/** The client's and the validator's code and types go into ours: each file costs the start of a server a millisecond. */
const bundled = ['@finauth-sdk/client', '@finauth-sdk/validator'];

/** The licence of what is copied into a file has to be in it. */
const licence = readFileSync(join(dirname(createRequire(import.meta.url).resolve('@noble/hashes/hmac.js')), 'LICENSE'), 'utf8');
const banner = (text: string): string =>
  `/*!\n * Includes @noble/hashes:\n *\n${text.trim().replaceAll(/^/gm, ' * ').replaceAll(/ +$/gm, '')}\n */`;

const config = (format: 'esm' | 'cjs', alwaysBundle: readonly (string | RegExp)[]): UserConfig => ({
  entry: {
    index: 'src/index.ts',
    operations: 'src/generated/operations.ts',
    node: 'src/transports/node.ts',
    undici: 'src/transports/undici.ts',
    // Which of the two a runtime gets, or a bundle for it, the package's `imports` say: Node's needs no SHA-1 in JavaScript.
    nodeCryptography: 'src/signature/cryptography/nodeCryptography.ts',
    portableCryptography: 'src/signature/cryptography/portableCryptography.ts',
  },
  format,
  platform: 'neutral',
  deps: { neverBundle: [/^node:/, /^#/], alwaysBundle: [...alwaysBundle] },
  outputOptions: {
    banner: ({ name }) => (format === 'cjs' && name === 'portableCryptography' ? banner(licence) : ''),
    // As the types have it: there is no default export, and none is to be made up.
    esModule: true,
    // What entries share goes into one file.
    codeSplitting: { groups: [{ name: 'shared', minShareCount: 2, test: /(?<!\.d)\.ts$/ }] },
  },
  target: 'es2022',
  dts: true,
  fixedExtension: false,
  // The names of what entries share stay what they are when its content changes.
  hash: false,
});

// @noble/hashes is ES modules only, which not everything that takes CommonJS can load.
export default defineConfig([config('esm', bundled), config('cjs', [...bundled, /^@noble\/hashes/])]);
