import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

const signing = join(import.meta.dirname, '../../packages/signing');

/** The ends of the range of undici that @finauth-sdk/signing takes. What lies between them is tried in that package itself. */
const ends = { 'undici-7.0': import.meta.resolve('undici-7.0'), 'undici-8': import.meta.resolve('undici-8') };

export default defineConfig({
  test: {
    projects: [
      { test: { ...patience, name: 'runtimes', include: ['src/**/*.test.ts'] } },
      ...Object.entries(ends).map(([name, url]) => ({
        root: signing,
        resolve: { alias: { undici: fileURLToPath(url) } },
        test: { ...patience, name, include: ['src/transports/transports.test.ts'] },
      })),
    ],
  },
});
