import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { index: 'src/generated/index.ts', examples: 'src/generated/examples.ts' },
  format: ['esm', 'cjs'],
  platform: 'neutral',
  // As the types have it: there is no default export, and none is to be made up.
  outputOptions: { esModule: true },
  target: 'es2022',
  dts: true,
  fixedExtension: false,
  // The names of what entries share stay what they are when its content changes.
  hash: false,
});
