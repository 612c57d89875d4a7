import AgentKeepAlive from 'agentkeepalive';
import { HttpsProxyAgent as HttpsProxyAgent7 } from 'https-proxy-agent-7';
import { HttpsProxyAgent as HttpsProxyAgent9 } from 'https-proxy-agent-9';
import createHttpsProxyAgent5 from 'https-proxy-agent-5';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { ProxyAgent } from 'proxy-agent';

export interface AgentKind {
  /** The package, or module, and its version. */
  readonly name: string;
  readonly isProxy: boolean;
  create(baseUrl: string, proxyUrl: string): HttpAgent;
}

const isHttps = (baseUrl: string): boolean => baseUrl.startsWith('https:');

/** Agents that users have, in the versions that they have. */
export const agentKinds: readonly AgentKind[] = [
  {
    name: 'node:https',
    isProxy: false,
    create: (baseUrl) => new (isHttps(baseUrl) ? HttpsAgent : HttpAgent)({ keepAlive: true }),
  },
  {
    name: 'agentkeepalive 4',
    isProxy: false,
    create: (baseUrl) => (isHttps(baseUrl) ? new AgentKeepAlive.HttpsAgent() : new AgentKeepAlive()),
  },
  { name: 'https-proxy-agent 5', isProxy: true, create: (_baseUrl, proxyUrl) => createHttpsProxyAgent5(proxyUrl) as unknown as HttpAgent },
  { name: 'https-proxy-agent 7', isProxy: true, create: (_baseUrl, proxyUrl) => new HttpsProxyAgent7(proxyUrl) },
  {
    name: 'https-proxy-agent 7, kept alive',
    isProxy: true,
    create: (_baseUrl, proxyUrl) => new HttpsProxyAgent7(proxyUrl, { keepAlive: true }),
  },
  { name: 'https-proxy-agent 9', isProxy: true, create: (_baseUrl, proxyUrl) => new HttpsProxyAgent9(proxyUrl) },
  {
    // Its second connection is made when the first one is done, with nobody on the stack who could be asked for the protocol.
    name: 'https-proxy-agent 9, one socket at a time',
    isProxy: true,
    create: (_baseUrl, proxyUrl) => new HttpsProxyAgent9(proxyUrl, { maxSockets: 1 }),
  },
  { name: 'proxy-agent 8', isProxy: true, create: (_baseUrl, proxyUrl) => new ProxyAgent({ getProxyForUrl: () => proxyUrl }) },
];
