import type { Middleware, Result } from '../call.ts';
import { checkHeaders } from '../request/checkHeaders.ts';
import { FinAuthConfigError } from '../errors.ts';
import { type Complain, isObject } from '../rules.ts';

/** The caller's own middleware, with a layer on either side that judges what it passes on: a result outwards, and a call inwards. */
export function checkMiddleware(middleware: readonly Middleware[]): Middleware[] {
  return middleware.length === 0 ? [] : [returnsResult, ...middleware, passesCall];
}

const returnsResult: Middleware = async (call, next) => {
  const result: Partial<Result> | undefined = await next(call);
  if (!isObject(result) || result.data === undefined)
    throw new FinAuthConfigError('A middleware returned no result: return what next gives, as in "return await next(call)"');
  return result as Result;
};

const passesCall: Middleware = async (call, next) => {
  if (!isObject(call) || !isObject(call.fields))
    throw new FinAuthConfigError(
      'A middleware has called next without a call: have it pass on the one that it was given, as in "next(call)"',
    );
  // The rule for a call's own headers holds for theirs.
  return next({ ...call, headers: checkHeaders(call.headers, complain) });
};

const complain: Complain = (name, complaint) =>
  new FinAuthConfigError(`A middleware passed on something that cannot be sent: ${name} ${complaint}`);
