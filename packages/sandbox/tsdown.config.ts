import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { index: 'src/index.ts' },
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  dts: true,
  fixedExtension: false,
  // The live page is served as it is written.
  copy: [{ from: 'src/page/page.{html,css,js}', to: 'dist/page' }],
});
