import { configDefaults, defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

export default defineConfig({
  test: {
    ...patience,
    // `npm run dev` puts off what takes seconds.
    exclude: [...configDefaults.exclude, ...(process.env['FINAUTH_TESTS'] === 'quick' ? ['**/*.slow.test.ts'] : [])],
    maxWorkers: 2,
  },
});
