import type { Call, Middleware, Result } from '../call.ts';
import { FinAuthApiError, FinAuthResponseError } from '../errors.ts';
import type { OnEvent } from '../events.ts';

/** Tells of each attempt: that it starts, and that an answer came. What happens without an answer is retry's to tell. */
export function observe(emit: OnEvent, elapsed: () => number): Middleware {
  return async (call, next) => {
    const { operation, callId, attempt }: Call = call;
    const start = elapsed();
    emit({ type: 'attemptStarted', operation, callId, attempt });
    const answered = (status: number, code?: string): void =>
      emit({ type: 'answered', operation, callId, attempt, status, ...(code !== undefined && { code }), durationMs: elapsed() - start });
    try {
      const result: Result = await next(call);
      answered(result.status);
      return result;
    } catch (error) {
      if (error instanceof FinAuthApiError || error instanceof FinAuthResponseError) answered(error.status, error.code);
      throw error;
    }
  };
}
