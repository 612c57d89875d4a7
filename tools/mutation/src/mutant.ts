/** One small change of the code, and what became of it. */
export interface Mutant {
  /** From the package's folder. */
  readonly file: string;
  readonly line: number;
  /** That line, without its indentation. */
  readonly code: string;
  /** As Stryker has it: Killed, Timeout, RuntimeError, CompileError; and where no test has noticed, Survived or NoCoverage. */
  readonly status: string;
  /** The kind of change, and the code that was put there. */
  readonly change: string;
}

/** Whether all tests pass with the change. */
export function isUnnoticed({ status }: Mutant): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}
