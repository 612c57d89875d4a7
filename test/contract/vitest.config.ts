import { defineConfig } from 'vitest/config';
import { patience } from '../../vitest.base.ts';

export default defineConfig({
  test: {
    ...patience,
    // Of tests that run at once, nobody can tell whose an assertion was.
    expect: { ...patience.expect, requireAssertions: false },
  },
});
