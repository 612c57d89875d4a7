import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // `npm run dev` puts off what takes seconds.
    exclude: [...configDefaults.exclude, ...(process.env['FINAUTH_TESTS'] === 'quick' ? ['**/*.slow.test.ts'] : [])],
  },
});
