import { join } from 'node:path';

/** Where a screenshot lies, for a person to look at after a run. */
export function screenshotPath(name: string): string {
  return join(import.meta.dirname, `../.report/screenshots/${name}.png`);
}
