/** The spec is wrong. The message says where, and what to do about it; a stack would tell the maintainer nothing. */
export class SpecError extends Error {
  override name = 'SpecError';
}
