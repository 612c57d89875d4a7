import { isUnnoticed, type Mutant } from './mutant.ts';
import { reasons } from './reasons.ts';

/** A change that no test notices, and why none has to. Without a reason, a test is missing. */
export interface Unnoticed {
  readonly file: string;
  readonly code: string;
  readonly change: string;
  readonly why?: string;
}

/** Those of a package's changes that no test notices, each with the reason that is on record for it. */
export function explain(name: string, mutants: readonly Mutant[]): Unnoticed[] {
  return mutants.filter(isUnnoticed).map(({ file, code, change }) => {
    const why = reasons[name]?.find((reason) => reason.file === file && reason.code === code && reason.changes.includes(change))?.why;
    return { file, code, change, ...(why !== undefined && { why }) };
  });
}
