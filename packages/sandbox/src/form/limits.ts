/** What a request may cost the sandbox. What goes beyond is refused, in the API's own form. */
export interface Limits {
  /** The whole body. Default: 1 MiB, or 32 MiB where the operation takes files; more where the API allows its fields more. */
  readonly bodyBytes?: number;
  /** One part that is no file. Default: 64 KiB. A field to which the API allows more is read all the same. */
  readonly fieldBytes?: number;
  /** How many parts: many more than any operation has fields, and few enough to be read in a moment. What comes after them is not read. Default: 200. */
  readonly parts?: number;
  /** How long the body may take to arrive, in milliseconds. Default: 10 s. */
  readonly bodyMs?: number;
  /** How long the header may take to arrive, in milliseconds. Default: 10 s. */
  readonly headerMs?: number;
  /** How many connections may be open. Default: 1,000. */
  readonly connections?: number;
}

const MIB = 1024 * 1024;

export const defaultLimits: Required<Limits> & { readonly bodyBytesWithFiles: number } = {
  bodyBytes: MIB,
  bodyBytesWithFiles: 32 * MIB,
  fieldBytes: 64 * 1024,
  parts: 200,
  bodyMs: 10_000,
  headerMs: 10_000,
  connections: 1_000,
};
