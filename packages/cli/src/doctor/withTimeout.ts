/** Ends a wait that cannot be ended otherwise. What was waited for may go on, unseen. */
export function withTimeout<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(Object.assign(new Error('It took too long'), { code: 'ETIMEDOUT' })), timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
