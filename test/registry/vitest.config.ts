import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Those of the consumers are theirs.
    include: ['src/**/*.test.ts'],
    // Each is an installation and a compiler, which take what a machine has.
    maxConcurrency: 2,
  },
});
