import { defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

export default defineConfig({
  test: {
    ...patience,
    // What they test is loaded once for all of them: it is large. Two at a time, for they wait for processes more than they work.
    isolate: false,
    maxWorkers: 2,
  },
});
