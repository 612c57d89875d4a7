import { SpecError } from '../specError.ts';
import type { LocatedProblem } from '../problem.ts';

/** Throws a SpecError that lists the problems in the order of the files: place, what is wrong, what to do. Does nothing where there is none. */
export function refuse(problems: [LocatedProblem, ...LocatedProblem[]]): never;
export function refuse(problems: LocatedProblem[]): void;
export function refuse(problems: LocatedProblem[]): void {
  if (problems.length === 0) return;
  const inOrder = problems.toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column);
  const texts = inOrder.map(({ file, line, column, says, remedy }) => `${file}:${line}:${column}\n  ${says}\n  ${remedy}`);
  throw new SpecError([...new Set(texts)].join('\n\n'));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
