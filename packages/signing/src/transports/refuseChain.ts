/**
 * Refuses a body that is compressed more than once: no gateway does that, and a few kilobytes can unpack to terabytes of nothing on the way from one coding to
 * the next. Node's own `fetch` goes on with that after it has been aborted.
 *
 * @throws {Error} of the kind that isUnpackingError knows.
 */
export function refuseChain(encoding: string): void {
  if (!encoding.includes(',')) return;
  throw Object.assign(new Error('the answer is compressed more than once'), { code: 'Z_CHAIN' });
}
