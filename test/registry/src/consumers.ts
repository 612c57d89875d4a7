import { bundleRows } from './bundleRows.ts';
import type { Consumer } from './consumer.ts';
import { copyRows } from './copyRows.ts';
import { frameworkRows } from './frameworkRows.ts';
import { jestRows } from './jestRows.ts';
import { runnerRows } from './runnerRows.ts';
import { serverRows } from './serverRows.ts';
import { siteRows } from './siteRows.ts';
import { typescriptRows } from './typescriptRows.ts';

/** Every way to use the packages that is tried. */
export const consumers: readonly Consumer[] = [
  ...typescriptRows,
  ...serverRows,
  ...frameworkRows,
  ...siteRows,
  ...jestRows,
  ...runnerRows,
  ...bundleRows,
  ...copyRows,
];
