import { environmentProxy } from '@finauth-sdk/signing/node';

/**
 * What to do so that a proxy that is named, and is not used, is used; for this version of Node. Undefined if there is none, or if it is used, or not for
 * this URL.
 */
export function unusedProxy(url: URL, env: NodeJS.ProcessEnv): { variable: string; remedy: string } | undefined {
  const proxy = environmentProxy(url);
  if (proxy !== undefined) return proxy.enabled || proxy.exempt ? undefined : { variable: proxy.variable, remedy: howToUse() };
  const variable = ['all_proxy', 'ALL_PROXY'].find((name) => env[name]);
  return variable === undefined
    ? undefined
    : { variable, remedy: `Node does not read ${variable}: set HTTPS_PROXY, to a URL with http: or https:. ${howToUse()}` };
}

function howToUse(): string {
  if (process.allowedNodeEnvironmentFlags.has('--use-env-proxy'))
    return `To use it, set NODE_USE_ENV_PROXY=1 in the environment of the process, or start Node with --use-env-proxy (Node ${process.version} has both).`;
  if (process.version.startsWith('v24.'))
    return `To use it, set NODE_USE_ENV_PROXY=1 in the environment of the process. In Node ${process.version} this works for fetch and undiciTransport; nodeTransport needs Node 24.5.`;
  return `Node ${process.version} cannot use it by itself: update to Node 22.21, 24.5 or later and set NODE_USE_ENV_PROXY=1. In your own code you can also give nodeTransport an agent of https-proxy-agent, or undiciTransport a ProxyAgent.`;
}
