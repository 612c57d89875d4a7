import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // What the package's `imports` say of the built files, said of their sources.
  resolve: { alias: { '#cryptography': fileURLToPath(new URL('src/cryptography/nodeCryptography.ts', import.meta.url)) } },
});
