import { defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

// Not the samples, which are copied into .report and one of which is a test.
export default defineConfig({ test: { ...patience, include: ['src/**/*.test.ts'], globalSetup: 'src/copySamples.ts' } });
