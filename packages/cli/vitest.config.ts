import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Nearly every test starts processes, and a busy machine takes its time with them.
  test: { testTimeout: 60_000 },
});
