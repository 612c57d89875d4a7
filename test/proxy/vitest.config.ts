import { defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

// Nearly every test starts processes, which wait more than they work.
export default defineConfig({ test: { ...patience, maxWorkers: 2 } });
