import { defineConfig } from 'vitest/config';

// Nearly every test starts processes, which wait more than they work.
export default defineConfig({ test: { maxWorkers: 2, testTimeout: 60_000, hookTimeout: 60_000 } });
