import { FinAuthConnectionError, FinAuthTimeoutError } from '@finauth-sdk/signing';
import { environmentProxy } from '@finauth-sdk/signing/node';
import { isUntrusted, networkRemedy } from './networkRemedy.ts';
import { calledUrl, type Place } from '../input/givenBaseUrl.ts';
import { unusedProxy } from './proxyAdvice.ts';

/** Adds to the message of a lost connection what this machine's settings say about it. */
export function withNetworkAdvice(error: unknown, place: Place, env: NodeJS.ProcessEnv): unknown {
  if (error instanceof FinAuthConnectionError) error.message = [error.message, ...adviceOn(error, calledUrl(place, env), env)].join(' ');
  return error;
}

function adviceOn(error: FinAuthConnectionError, url: URL, env: NodeJS.ProcessEnv): string[] {
  const code = codeOf(error);
  if (isUntrusted(code)) return [networkRemedy(code, env)];
  const unused = unusedProxy(url, env);
  if (unused !== undefined) return [`${unused.variable} is set but not used. ${unused.remedy}`];
  const proxy = environmentProxy(url);
  if (proxy === undefined || !proxy.enabled) return [];
  if (proxy.exempt) return [`NO_PROXY exempts the host from ${proxy.variable}, so the call went directly.`];
  const slow = error instanceof FinAuthTimeoutError ? ', which may be what takes the time' : '';
  return [`The call went through the proxy of ${proxy.variable}${slow}: finauth doctor checks whether it lets calls through.`];
}

/** The code of the deepest cause that has one. */
function codeOf(error: Error): string {
  const { code = '', cause } = error as NodeJS.ErrnoException;
  return (cause instanceof Error && codeOf(cause)) || code;
}
