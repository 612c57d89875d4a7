import { defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

// What stands in onSources is run where a copy is mutated.
export default defineConfig({ test: { ...patience, include: ['src/**/*.test.ts'] } });
