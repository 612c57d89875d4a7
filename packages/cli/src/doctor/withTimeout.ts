import { deadline } from '../proxy/deadline.ts';

/** Ends a wait that cannot be ended otherwise. What was waited for may go on, unseen. */
export function withTimeout<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = deadline(timeoutMs, reject);
    work.then(resolve, reject).finally(late.cancel);
  });
}
