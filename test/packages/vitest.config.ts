import { defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

export default defineConfig({
  // A snapshot that is not there is one that nobody has read.
  test: { ...patience, update: 'none' },
});
