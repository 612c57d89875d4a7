import { VERIFY_ID_NAME } from '../environment.ts';
import { type Outcome, passed, warned } from './check.ts';
import type { Findings } from './findings.ts';

/** What can be said of the scene of `verify` without a phone: whether there is one, and whether it is the other scene by mistake. */
export function checkVerifyScene({ env, livenessId }: Findings): Outcome | undefined {
  const id = env[VERIFY_ID_NAME];
  if (!id) return undefined;
  if (id !== id.trim()) return warned(`${VERIFY_ID_NAME} begins or ends with white space`, 'Remove it: it was probably copied along.');
  if (id === livenessId)
    return warned(
      `${VERIFY_ID_NAME} is the ID of the liveness scene`,
      "Copy the ID of the verification scene from FinAuth's console: the two scenes have different IDs.",
    );
  return passed(`${VERIFY_ID_NAME} is set; only a call after a check on a phone can tell whether FinAuth knows it`);
}
