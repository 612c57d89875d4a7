import { configDefaults, defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

export default defineConfig({
  test: {
    ...patience,
    // `npm run dev` puts off what takes seconds.
    exclude: [...configDefaults.exclude, ...(process.env['FINAUTH_TESTS'] === 'quick' ? ['**/*.slow.test.ts'] : [])],
    // Served as it is written, and not left out, as style mostly is.
    css: true,
    // Loaded once for all: none of them changes what another one sees. Two at a time, for they wait more than they work.
    isolate: false,
    maxWorkers: 2,
  },
});
