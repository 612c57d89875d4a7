import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { index: 'src/index.ts' },
  format: ['esm', 'cjs'],
  platform: 'neutral',
  // Of the client it takes a number, which goes into its own file.
  deps: { alwaysBundle: ['@finauth-sdk/client'] },
  // As the types have it: there is no default export, and none is to be made up.
  outputOptions: { esModule: true },
  target: 'es2022',
  dts: true,
  fixedExtension: false,
});
