import type { AnsweredResult, Call, Middleware } from '../call.ts';
import { FinAuthApiError, FinAuthResponseError } from '../errors.ts';
import { idOf, type OnEvent } from '../events.ts';

/** Tells of each attempt: that it starts, and that an answer came. What happens without an answer is retry's to tell. */
export function observe(emit: OnEvent, elapsed: () => number): Middleware {
  return async (call, next) => {
    const { operation, callId, attempt }: Call = call;
    const start = elapsed();
    emit({ type: 'attemptStarted', operation, callId, attempt });
    const answered = (status: number, what: { readonly code?: string; readonly requestId?: string }): void =>
      emit({ type: 'answered', operation, callId, attempt, status, ...what, durationMs: elapsed() - start });
    try {
      const result = (await next(call)) as AnsweredResult;
      answered(result.status, result.requestId === undefined ? {} : { requestId: result.requestId });
      return result;
    } catch (error) {
      if (error instanceof FinAuthApiError || error instanceof FinAuthResponseError)
        answered(error.status, { code: error.code, ...idOf(error) });
      throw error;
    }
  };
}
