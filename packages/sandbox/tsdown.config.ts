import { readFile } from 'node:fs/promises';
import { defineConfig, type Rolldown } from 'tsdown';

/** `import text from './file?raw'`, as Vite has it, and so the tests. The live page is served as it is written, and a bundle has no files beside it. */
const raw: Rolldown.Plugin = {
  name: 'raw',
  load: {
    filter: { id: /\?raw$/ },
    handler: async (id) => `export default ${JSON.stringify(await readFile(id.replace('?raw', ''), 'utf8'))};`,
  },
};

export default defineConfig({
  entry: { index: 'src/index.ts' },
  format: ['esm', 'cjs'],
  platform: 'node',
  plugins: [raw],
  // Nor does an import stay of which nothing is used: the client's types need a browser's, or Node's.
  treeshake: { moduleSideEffects: 'no-external' },
  // As the types have it: there is no default export, and none is to be made up.
  outputOptions: { esModule: true },
  target: 'es2022',
  dts: true,
  fixedExtension: false,
});
