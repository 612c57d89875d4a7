/** An answer that a test ID asks for. The generated `scenarios` are of this form. */
export interface Scenario {
  /** What the answer means, in the error model's words. */
  readonly meaning: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** It is another kind of success, and not a failure. */
  readonly isSuccess?: true;
}
