/** What the phone can end with. The generated `outcomes` are of this form. */
export interface Outcome {
  /** The code that the phone's SDK reports. */
  readonly phoneCode: number;
  /** The answer that a verification gets then, as the spec's example has it. */
  readonly answer: Readonly<Record<string, unknown>>;
}
