import { FinAuthConfigError } from '@finauth-sdk/signing';
import { httpError, problem, toHttpError } from './toHttpError.ts';

/** The options of every handler. */
export interface HandlerOptions<Wanted> {
  /** Says who the user is and what to call with, from your own session; or refuses, with a Response of your own. */
  readonly authorize: (request: Request) => Wanted | Response | Promise<Wanted | Response>;
  /** Called with the error when a phone gets nothing. The phone does not see it. Default: `console.error`. */
  readonly onError?: (error: unknown, request: Request) => void;
}

/** An endpoint on web standards: from a Request to a Response. It never rejects. */
export type Handler = (request: Request) => Promise<Response>;

/** What every request goes through. `answer` makes what the phone gets of what `authorize` has returned. No body is read. */
export function createHandler<Wanted extends { readonly uuid: string }>(
  { authorize, onError = (error) => console.error(error) }: HandlerOptions<Wanted>,
  answer: (wanted: Wanted, request: Request) => Promise<object>,
): Handler {
  return async (request) => {
    try {
      // A GET may come from a prefetch or a preview.
      if (request.method !== 'POST') return problem(httpError('method_not_allowed'), { allow: 'POST' });
      const wanted = await authorize(request);
      if (isResponse(wanted)) return wanted;
      checkUser(wanted);
      // Nothing begins for a phone that has gone.
      request.signal.throwIfAborted();
      return Response.json(await answer(wanted, request), { headers: { 'cache-control': 'no-store' } });
    } catch (error) {
      const { aborted: hasGone, reason } = request.signal;
      if (!hasGone || error !== reason) tell(() => onError(error, request));
      // Nobody reads this. The status is what proxies log for it.
      if (hasGone) return new Response(null, { status: 499 });
      return problem(toHttpError(error));
    }
  };
}

/** By what it has: a framework's own Response is no instance of the runtime's. */
function isResponse(value: unknown): value is Response {
  return typeof (value as Response | undefined)?.arrayBuffer === 'function';
}

/** A user without an ID would share a limit, and calls, with all others. */
function checkUser(wanted: { readonly uuid: string }): void {
  if (typeof wanted?.uuid !== 'string' || wanted.uuid === '')
    throw new FinAuthConfigError("authorize must return a Response, or an object with the user's ID as uuid");
}

/** A log that fails, at once or later, must cost nobody an answer, nor end the process. */
export function tell(listener: () => void): void {
  new Promise((resolve) => resolve(listener())).catch(() => {});
}
