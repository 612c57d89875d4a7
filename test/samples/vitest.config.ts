import { defineConfig } from 'vitest/config';

// Not the samples, which are copied into .report and one of which is a test.
export default defineConfig({ test: { include: ['src/**/*.test.ts'], globalSetup: 'src/copySamples.ts' } });
