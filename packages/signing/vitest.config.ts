import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

export default defineConfig({
  // What the package's `imports` say of the built files, said of their sources.
  resolve: { alias: { '#cryptography': fileURLToPath(new URL('src/signature/cryptography/nodeCryptography.ts', import.meta.url)) } },
  test: {
    ...patience,
    // Loaded once for all: none of them changes what another one sees. Two at a time, for they wait more than they work.
    isolate: false,
    maxWorkers: 2,
  },
});
