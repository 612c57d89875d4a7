import type { Contract } from '../contract/contract.ts';
import type { Problem } from '../problem.ts';

/** A code has reasons where its detail is a reason, and only there. */
export function checkReasons({ 'x-error-model': { codes } }: Contract): Problem[] {
  return Object.entries(codes)
    .filter(([, { detail, reasons }]) => (detail === 'reason') !== (reasons !== undefined))
    .map(([code, { detail, reasons }]) => ({
      path: ['x-error-model', 'codes', code, 'detail'],
      says: `${code} has ${reasons ? 'reasons' : 'no reasons'}, and its detail is ${detail}.`,
      remedy: reasons ? 'Write `detail: reason`, or remove the reasons.' : 'Add its reasons, or write another detail.',
    }));
}
