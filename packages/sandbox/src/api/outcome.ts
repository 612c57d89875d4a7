/** What the phone can end with. The generated `outcomes` are of this form. */
export interface Outcome {
  /** The code that the phone's SDK reports. */
  readonly phoneCode: number;
  /** The response of a verification then, as in the spec's example. */
  readonly answer: Readonly<Record<string, unknown>>;
}
