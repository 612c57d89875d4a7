import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    node: 'src/transports/node.ts',
    undici: 'src/transports/undici.ts',
    // Which of the two a runtime gets, or a bundle for it, the package's `imports` say: Node's needs no SHA-1 in JavaScript.
    nodeCryptography: 'src/cryptography/nodeCryptography.ts',
    portableCryptography: 'src/cryptography/portableCryptography.ts',
  },
  format: 'esm',
  platform: 'neutral',
  // The client's and the validator's code and types go into ours, and what entries share into one file: each file costs the start of a server a millisecond.
  deps: { neverBundle: [/^node:/, /^#/], alwaysBundle: ['@finauth-sdk/client', '@finauth-sdk/validator'] },
  outputOptions: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2, test: /(?<!\.d)\.ts$/ }] } },
  target: 'es2022',
  dts: true,
  fixedExtension: false,
  // The names of what entries share stay what they are when its content changes.
  hash: false,
});
