import type { DatedCall, Result } from '../call.ts';
import type { Clock } from '../time/clock.ts';
import { FinAuthApiError } from '../errors.ts';
import type { OnEvent } from '../events.ts';

/** Tells the clock what came of each signature. */
export function learnTime(clock: Clock, emit: OnEvent, sent: (call: DatedCall) => Promise<Result>): (call: DatedCall) => Promise<Result> {
  return async (call) => {
    const { operation, callId, attempt, reading } = call;
    const learnt = (offsetMs: number): void => emit({ type: 'clockCorrected', operation, callId, attempt, offsetMs });
    try {
      const result = await sent(call);
      clock.succeeded(reading, () => result.headers, learnt);
      return result;
    } catch (error) {
      if (error instanceof FinAuthApiError) clock.refused(reading, error, learnt);
      throw error;
    }
  };
}
