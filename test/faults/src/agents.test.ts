import { createFinAuth } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import { server as identity } from '@finauth-sdk/test-proxy/certificates';
import { connectProxy } from '@finauth-sdk/test-proxy/connectProxy';
import { once } from 'node:events';
import { createServer as createHttpServer, Agent as HttpAgent } from 'node:http';
import { createServer as createHttpsServer, Agent as HttpsAgent } from 'node:https';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { agentKinds } from './agents.ts';
import { credentials, input } from './createRig.ts';
import { goodAnswer } from './faults.ts';
import { transportName } from './openTransport.ts';

async function serve(protocol: string): Promise<number> {
  const answer = JSON.stringify(goodAnswer);
  const server = (protocol === 'https:' ? createHttpsServer(identity) : createHttpServer()).on('request', (request, response) =>
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(answer)),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as { port: number }).port;
}

describe.runIf(transportName() === 'node')('nodeTransport', () => {
  const rows = agentKinds.flatMap((kind) => ['http:', 'https:'].map((protocol) => ({ ...kind, protocol })));

  it.each(rows)('takes the agent of $name, for $protocol', async ({ create, isProxy, protocol }) => {
    // Whom to trust is not what this is about, and each agent has its own way to be told.
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    onTestFinished(() => void vi.unstubAllEnvs());
    const port = await serve(protocol);
    // A name that only the proxy can resolve.
    const host = isProxy ? 'bank.invalid' : '127.0.0.1';
    const proxy = await connectProxy({ hosts: { 'bank.invalid': port } });
    onTestFinished(() => proxy[Symbol.asyncDispose]());
    const baseUrl = `${protocol}//${host}:${port}`;
    const agent = create(baseUrl, proxy.url);
    onTestFinished(() => agent.destroy());
    const finauth = createFinAuth({
      baseUrl,
      allowInsecureHttp: true,
      credentials,
      transport: nodeTransport({ agent }),
      retry: false,
    });
    const answers = await Promise.all(Array.from({ length: 3 }, () => finauth.getBizToken(input)));
    expect(answers).toEqual([goodAnswer, goodAnswer, goodAnswer]);
    const asked = proxy.requests.map((request) => request.replace(/^\S+ (?:http:\/\/)?([^/]+).*/, '$1'));
    expect(new Set(asked)).toEqual(new Set(isProxy ? [`bank.invalid:${port}`] : []));
  });

  it('says which agent it takes where one is for the other protocol', async () => {
    const call = (agent: HttpAgent, baseUrl: string): Promise<unknown> =>
      createFinAuth({ baseUrl, credentials, transport: nodeTransport({ agent }) }).getBizToken(input);
    await expect(call(new HttpAgent(), 'https://127.0.0.1:1')).rejects.toMatchObject({
      name: 'FinAuthConfigError',
      message: expect.stringMatching(/agent .*node:https/) as string,
    });
    await expect(call(new HttpsAgent(), 'http://127.0.0.1:1')).rejects.toMatchObject({
      name: 'FinAuthConfigError',
      message: expect.stringMatching(/agent .*node:http$/) as string,
    });
  });
});
