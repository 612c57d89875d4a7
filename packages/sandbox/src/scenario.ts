/** An answer that a test liveness_id asks for. The generated `scenarios` are of this form. */
export interface Scenario {
  /** What the answer means, in the error model's words. */
  readonly meaning: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The operation whose success it is, where it is one; any other is an answer of each operation. */
  readonly operation?: string;
}
