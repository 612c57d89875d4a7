/** One task of a run of turbo's, as `--summarize` tells of it. */
export interface Task {
  taskId: string;
  task: string;
  /** The package's folder, relative to the root of the repo. */
  directory: string;
  /** The script behind the task; `<NONEXISTENT>` if the package has none. */
  command: string;
  /** `HIT` if turbo knew its outcome and did not run it. */
  cache?: { status: string };
  /** Missing if the task was not run, since one that it depends on had failed. Times in milliseconds. */
  execution?: { startTime?: number; endTime?: number; exitCode?: number | null };
}

/** What is read of vitest's JSON report. */
export interface Report {
  /** False where anything went wrong, in a test or around them. */
  success?: boolean;
  testResults: { name: string; status: string; message?: string; assertionResults: Assertion[] }[];
}

export interface Assertion {
  /** `pending` is one that was to run and has come to no end. */
  status: string;
  fullName: string;
  /** In milliseconds. */
  duration?: number | null;
  failureMessages?: string[];
}
