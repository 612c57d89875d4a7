import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { index: 'src/generated/index.ts', examples: 'src/generated/examples.ts' },
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  fixedExtension: false,
  // The names of what entries share stay what they are when its content changes.
  hash: false,
});
