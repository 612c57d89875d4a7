import { defineConfig } from 'tsdown';

// Nothing of the packages is bundled in: the suite is handed the modules that it is to try.
export default defineConfig({
  entry: { index: 'src/index.ts' },
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  fixedExtension: false,
});
