import { FinAuthConfigError } from '../errors.ts';
import { runtimeHas } from './runtimeHas.ts';

/** What tells a user's device from a server. */
interface Surroundings {
  readonly window?: { readonly document?: unknown };
  readonly navigator?: { readonly product?: string; readonly userAgent?: string };
  readonly WorkerGlobalScope?: unknown;
}

/**
 * Refuses to hold a secret where users can read it: on a page, in a page's worker, in a React Native app.
 *
 * @throws {FinAuthConfigError} there, unless it is allowed.
 */
export function refuseBrowser(allowed: boolean | undefined, surroundings: object = globalThis): void {
  if (allowed === true || !isUsersDevice(surroundings)) return;
  throw new FinAuthConfigError(
    'This is a browser or an app, where whoever uses it can read the API secret and mint tokens on your account. ' +
      'Call FinAuth from your server, and hand the biz_token on. If no secret is at stake, set dangerouslyAllowBrowser: true',
  );
}

/** Whether pages decide what is sent as `User-Agent`: there it is the browser's, and to set it would make it ask the server for leave. */
export function isBrowser(): boolean {
  return isUsersDevice(globalThis) && !runtimeHas('uv');
}

function isUsersDevice(surroundings: Surroundings): boolean {
  const { window, WorkerGlobalScope } = surroundings;
  // A server has a navigator too, and makes it when it is looked at.
  if (window === undefined && WorkerGlobalScope === undefined) return false;
  const { navigator } = surroundings;
  if (window?.document !== undefined && navigator !== undefined) return true;
  if (navigator?.product === 'ReactNative') return true;
  // Server runtimes have workers too, but only browsers' names begin so.
  return WorkerGlobalScope !== undefined && navigator?.userAgent?.startsWith('Mozilla/') === true;
}
