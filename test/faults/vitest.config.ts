import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

export default defineConfig({
  // The recipe stands in a package that does not depend on OpenTelemetry; here is what it finds.
  resolve: { alias: { '@opentelemetry/api': fileURLToPath(import.meta.resolve('@opentelemetry/api')) } },
  test: {
    ...patience,
    // They wait more than they work.
    maxWorkers: 2,
    // Everything, once for each transport. Where a platform leaves them no choice, they differ: see transportTable.test.ts.
    projects: ['fetch', 'undici', 'node'].map((name) => ({ extends: true, test: { name, env: { FAULTS_TRANSPORT: name } } })),
  },
});
