import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Each is an installation and a compiler, which take what a machine has.
    maxConcurrency: 2,
  },
});
