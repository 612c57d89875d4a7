/** The way to a part of the spec, from the root of openapi.yaml and through every `$ref`. */
export type Path = (string | number)[];

/** What is wrong with a part of the spec, and what to do about it. */
export interface Problem {
  path: Path;
  /** Whether it is wrong where it is referred to, and not in the file that is. */
  isHere?: true;
  says: string;
  remedy: string;
}

/** Where something stands in a file. Lines and columns count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** A problem of which the place is known. */
export interface LocatedProblem extends Place {
  says: string;
  remedy: string;
}
