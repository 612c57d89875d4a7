import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { index: 'src/index.ts', node: 'src/transports/node.ts', undici: 'src/transports/undici.ts' },
  format: 'esm',
  platform: 'neutral',
  // The transports for Node. The main entry imports none of it.
  deps: { neverBundle: [/^node:/] },
  target: 'es2022',
  dts: true,
  fixedExtension: false,
  // The names of what entries share stay what they are when its content changes.
  hash: false,
});
