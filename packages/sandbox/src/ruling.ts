import { errorCatalogue, type KnownErrorCode, type KnownErrorReason } from '@finauth-sdk/client';
import type { ScenarioName } from './generated/scenarios.ts';
import type { Mistake } from './signature/mistakes.ts';

/** Why a call got the answer it got, for whoever debugs it. FinAuth itself does not tell; the sandbox's page and `requests` do. */
export interface Why {
  /** One or two sentences. */
  readonly message: string;
  /** The usual mistake that a signature shows. */
  readonly mistake?: Mistake;
  /** The field that is meant. */
  readonly field?: string;
  readonly expected?: string;
  readonly got?: string;
}

/** The call is refused, with a code of the error model and what stands behind its colon. */
export interface Refusal {
  readonly verdict: 'refused';
  readonly code: KnownErrorCode;
  readonly detail?: string;
  readonly why: Why;
}

/** The call gets one of the documented answers because somebody asked for it: the caller by its liveness_id, or the sandbox's owner by `set`. */
export interface Act {
  readonly verdict: 'scenario' | 'failure';
  readonly scenario: Exclude<ScenarioName, 'ok'>;
  readonly why: Why;
}

export type Ruling = Refusal | Act;

/** A refusal with a code of its own. */
export function refuse(code: KnownErrorCode, why: Why, detail?: string): Refusal {
  return { verdict: 'refused', code, why, ...(detail !== undefined && { detail }) };
}

/** A refusal for a reason: its code is the one that the error model has the reason under. */
export function refuseFor(reason: KnownErrorReason, why: Why): Refusal {
  const codes = Object.keys(errorCatalogue) as KnownErrorCode[];
  const code = codes.find((candidate) => Object.hasOwn(errorCatalogue[candidate].reasons ?? {}, reason))!;
  return refuse(code, why, reason);
}
