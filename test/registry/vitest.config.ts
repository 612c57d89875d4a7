import { defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

export default defineConfig({
  test: {
    ...patience,
    // Those of the consumers are theirs.
    include: ['src/**/*.test.ts'],
    // Each is an installation and a compiler, which take what a machine has.
    maxConcurrency: 2,
    // Of tests that run at once, nobody can tell whose an assertion was.
    expect: { ...patience.expect, requireAssertions: false },
  },
});
