// npm install @finauth-sdk/signing cockatiel
import { createFinAuth, FinAuthConnectionError, FinAuthError, type Middleware } from '@finauth-sdk/signing';
import { circuitBreaker, ConsecutiveBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';

// A bad request says nothing about the next call: only failures for which a retry can help count.
const isOutage = handleWhen((error) => error instanceof FinAuthError && error.retryable);
const breaker = circuitBreaker(isOutage, { halfOpenAfter: 10_000, breaker: new ConsecutiveBreaker(5) });
breaker.onBreak(() => console.error('FinAuth is away: no calls for 10 seconds'));

/** Counts whole calls, with their retries. While it is open, calls fail at once like a lost connection: the phone is told to try again. */
const withBreaker: Middleware = async (call, next) => {
  try {
    return await breaker.execute(() => next(call));
  } catch (error) {
    if (isBrokenCircuitError(error)) throw new FinAuthConnectionError('FinAuth was away a moment ago, and is not asked yet', error);
    throw error;
  }
};

const finauth = createFinAuth({ middleware: [withBreaker], retry: false });
for (let call = 1; call <= 7; call++)
  await finauth.getBizToken({ liveness_id: process.env.FINAUTH_LIVENESS_ID ?? 'your-scene' }).then(
    () => console.log(call, 'a token'),
    (error: FinAuthError) => console.log(call, error.code),
  );
