import type { Middleware } from '../call.ts';
import type { UnderWay } from '../underWay.ts';

/** Ends a call at once when it is aborted, or when the client stops waiting for it, whatever the caller's own middleware is busy with. */
export function untilClosed(underWay: UnderWay): Middleware {
  return (call, next) =>
    new Promise((resolve, reject) => {
      const { signal } = call;
      const controller = new AbortController();
      const stop = (reason: unknown): void => {
        end();
        reject(reason);
        controller.abort(reason);
      };
      const onAbort = (): void => stop(signal!.reason);
      const leave = underWay.begin(stop);
      const end = (): void => {
        leave();
        signal?.removeEventListener('abort', onAbort);
      };
      signal?.addEventListener('abort', onAbort);
      // Async, for a middleware may throw at once.
      const run = async (): Promise<void> => {
        try {
          resolve(await next({ ...call, signal: controller.signal }));
        } catch (error) {
          reject(error);
        } finally {
          end();
        }
      };
      void run();
    });
}
