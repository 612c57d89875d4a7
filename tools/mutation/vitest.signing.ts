import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const folder = fileURLToPath(new URL('../../packages/signing/', import.meta.url));

/** What signing is judged by when it is changed: its own tests, and the suite, on its sources. */
export default defineConfig({
  test: {
    projects: [
      { extends: `${folder}vitest.config.ts`, root: folder, test: { name: 'signing', include: ['src/**/*.test.ts'] } },
      {
        extends: `${folder}vitest.config.ts`,
        root: import.meta.dirname,
        resolve: { alias: { '@finauth-sdk/signing': `${folder}src/index.ts` } },
        test: { name: 'suite', include: ['onSources/suite.test.ts'] },
      },
    ],
  },
});
