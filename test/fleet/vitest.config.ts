import { defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

// One file at a time: what is measured is to have the machine to itself as far as that can be. A test may last longer by what FINAUTH_TESTS=whole adds to it.
export default defineConfig({
  test: { ...patience, testTimeout: 300_000, fileParallelism: false, globalSetup: './src/installRedis.ts' },
});
