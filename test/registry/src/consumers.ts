import type { Consumer } from './consumer.ts';
import { jestRows } from './jestRows.ts';
import { typescriptRows } from './typescriptRows.ts';

/** Every way to use the packages that is tried. */
export const consumers: readonly Consumer[] = [...typescriptRows, ...jestRows];
