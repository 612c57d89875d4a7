import { defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

export default defineConfig({
  test: {
    ...patience,
    // Served as it is written, and not left out, as style mostly is.
    css: true,
    // Loaded once for all: none of them changes what another one sees. Two at a time, for they wait more than they work.
    isolate: false,
    maxWorkers: 2,
  },
});
