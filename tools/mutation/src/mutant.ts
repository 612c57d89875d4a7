/** One small change of the code, and what became of it. */
export interface Mutant {
  /** From the package's folder. */
  readonly file: string;
  /** The line that is changed, without its indentation. */
  readonly code: string;
  /** As Stryker has it: Killed, Timeout, RuntimeError, CompileError; and where no test has noticed, Survived or NoCoverage. */
  readonly status: string;
  /** The kind of change, the code that was there, and the code that was put in its place. */
  readonly change: string;
}

/** Whether all tests pass with the change. */
export function isUnnoticed({ status }: Mutant): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}
