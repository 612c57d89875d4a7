import { join } from 'node:path';

/**
 * The spec that the generator is tested on: one of its own, so that no edit of `spec/` is one of the tests. It began as a copy, and need not follow. What a
 * generation makes of `spec/` itself is for the tests of the packages.
 */
export const testSpec: string = join(import.meta.dirname, '../../testSpec');
