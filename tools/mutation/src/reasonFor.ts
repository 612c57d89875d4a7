import type { Mutant } from './mutant.ts';
import { reasons } from './reasons.ts';

/** A change that no test notices. */
export type Unnoticed = Omit<Mutant, 'status'>;

/** Why a change of a package's code needs no test; undefined where a test is missing. */
export function reasonFor(name: string, { file, code, change }: Unnoticed, known: typeof reasons = reasons): string | undefined {
  return known[name]?.find((reason) => reason.file === file && reason.code === code && reason.changes.includes(change))?.why;
}
