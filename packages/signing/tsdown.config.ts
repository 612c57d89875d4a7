import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    node: 'src/transports/node.ts',
    undici: 'src/transports/undici.ts',
    // Which of the two a runtime gets, or a bundle for it, the package's `imports` say: Node's needs no SHA-1 in JavaScript.
    nodeDigest: 'src/keyedDigest/nodeDigest.ts',
    portableDigest: 'src/keyedDigest/portableDigest.ts',
  },
  format: 'esm',
  platform: 'neutral',
  deps: { neverBundle: [/^node:/, /^#/] },
  target: 'es2022',
  dts: true,
  fixedExtension: false,
  // The names of what entries share stay what they are when its content changes.
  hash: false,
});
