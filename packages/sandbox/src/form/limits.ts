/** Limits of a request. One beyond them is refused, in the API's own format. */
export interface Limits {
  /** The whole body. Default: 1 MiB, or 32 MiB where the operation takes files; more where the API allows its fields more. */
  readonly bodyBytes?: number;
  /** One part other than a file. Default: 64 KiB, or more for a field for which the API allows more. */
  readonly fieldBytes?: number;
  /** The number of parts: many more than any operation has fields, and few enough to read quickly. Further parts are not read. Default: 200. */
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
