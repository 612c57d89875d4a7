import { isUnnoticed, type Mutant } from './mutant.ts';

/** How many changes of a file there were, and how many of them some test has noticed. */
export interface FileTally {
  readonly changes: number;
  readonly noticed: number;
}

/** By file, in the order of their names. */
export function tally(mutants: readonly Mutant[]): Record<string, FileTally> {
  const files = [...new Set(mutants.map(({ file }) => file))].sort();
  return Object.fromEntries(
    files.map((file) => {
      const own = mutants.filter((mutant) => mutant.file === file);
      return [file, { changes: own.length, noticed: own.filter((mutant) => !isUnnoticed(mutant)).length }];
    }),
  );
}

/** In percent. All of nothing is all. */
export function scoreOf(mutants: readonly Mutant[]): number {
  return percent({ changes: mutants.length, noticed: mutants.filter((mutant) => !isUnnoticed(mutant)).length });
}

export function percent({ changes, noticed }: FileTally): number {
  return changes === 0 ? 100 : (100 * noticed) / changes;
}

export function sum(files: Readonly<Record<string, FileTally>>): FileTally {
  return Object.values(files).reduce(
    (total, { changes, noticed }) => ({ changes: total.changes + changes, noticed: total.noticed + noticed }),
    { changes: 0, noticed: 0 },
  );
}
