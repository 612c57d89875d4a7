import { type ErrorEntry, errorCatalogue } from '@finauth-sdk/client';
import type { Scenario } from '../api/scenario.ts';
import type { Mistake } from '../signature/mistakes.ts';

/** Why a call got its response, for debugging. FinAuth itself does not tell; the sandbox's page and `requests` do. */
export interface Why {
  /** One or two sentences. */
  readonly message: string;
  /** The common mistake that a signature shows. */
  readonly mistake?: Mistake;
  /** The field concerned. */
  readonly field?: string;
  /** What would have been right, where it can be said. */
  readonly expected?: string;
  /** What came in its place, shortened; a secret never. */
  readonly got?: string;
}

/** The call is refused, with a code of the error model and what stands behind its colon. */
export interface Refusal {
  readonly verdict: 'refused';
  readonly code: string;
  readonly detail?: string;
  readonly why: Why;
}

/**
 * The call gets one of the documented answers: because somebody asked for it, the caller by a test ID or the sandbox's owner by `set`; or because it is refused, and
 * the spec names that answer.
 */
export interface Act {
  readonly verdict: 'scenario' | 'failure' | 'refused';
  readonly scenario: Scenario;
  readonly why: Why;
}

export type Ruling = Refusal | Act;

/** A refusal with a code of its own. */
export function refuse(code: string, why: Why, detail?: string): Refusal {
  return { verdict: 'refused', code, why, ...(detail !== undefined && { detail }) };
}

/** A refusal for a reason, with the code that the error model lists the reason under, or else the first code that takes reasons. */
export function refuseFor(reason: string, why: Why): Refusal {
  const codes = Object.entries<ErrorEntry>(errorCatalogue);
  const [code] =
    codes.find(([, { reasons = {} }]) => Object.hasOwn(reasons, reason)) ?? codes.find(([, { detail }]) => detail === 'reason') ?? [];
  return code === undefined ? refuse(reason, why) : refuse(code, why, reason);
}
