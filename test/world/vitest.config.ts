import { defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

export default defineConfig({
  test: {
    ...patience,
    // They wait more than they work.
    maxWorkers: 2,
    projects: [
      ...['fetch', 'undici', 'node'].map((name) => ({
        extends: true as const,
        test: { name, include: ['src/world.test.ts'], env: { FAULTS_TRANSPORT: name } },
      })),
      { extends: true as const, test: { name: 'table', include: ['src/table.test.ts'] } },
    ],
  },
});
