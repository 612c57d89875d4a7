import { exampleAnswers } from '@finauth-sdk/client/examples';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent as HttpsAgent, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Agent } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFinAuth } from '../createFinAuth.ts';
import { FinAuthConnectionError } from '../errors.ts';
import { cert, key } from '../testing/localhostCertificate.ts';
import type { ClosableTransport } from '../transport.ts';
import { nodeTransport } from './node.ts';
import { undiciTransport } from './undici.ts';

const answer = exampleAnswers.getBizToken;
const credentials = { apiKey: 'key', apiSecret: 'secret' };

/** A server of HTTPS that answers everything, on how many connections it has shaken hands, and how many requests came. */
async function serve(): Promise<{ url: string; connections(): number; requests(): number }> {
  let [connections, requests] = [0, 0];
  const server = createServer({ key, cert }, (request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)));
  });
  server.on('request', () => requests++);
  server.on('secureConnection', () => connections++);
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `https://localhost:${(server.address() as AddressInfo).port}`, connections: () => connections, requests: () => requests };
}

/**
 * Three calls over a transport with connections of its own, one after the other: each one's answer, or the code of what it rejected with. In a process of
 * its own, for whom to trust is said to a runtime when it starts.
 */
async function callThrice(name: string, url: string, { trusting }: { trusting: boolean }): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'finauth-tls-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'cert.pem'), cert);
  const { NODE_EXTRA_CA_CERTS: _extra, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program, name, transports[name]!, url], {
    env: trusting ? { ...env, NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') } : env,
  });
  return JSON.parse(stdout) as unknown[];
}

const transports: Readonly<Record<string, string>> = {
  fetchTransport: import.meta.resolve('./fetchTransport.ts'),
  undiciTransport: import.meta.resolve('./undici.ts'),
  nodeTransport: import.meta.resolve('./node.ts'),
};

const program = `
  const [name, file, url] = process.argv.slice(1);
  const transport = (await import(file))[name](name === 'fetchTransport' ? fetch : undefined);
  const call = async () => {
    try {
      const headers = { 'content-type': 'text/plain' };
      const { body } = await transport({ url, method: 'POST', headers, body: 'text', signal: undefined, maxResponseBytes: 1000 });
      const chunks = [];
      for await (const chunk of body) chunks.push(chunk);
      return JSON.parse(Buffer.concat(chunks).toString());
    } catch (error) {
      return (error.cause ?? error).code;
    }
  };
  const outcomes = [];
  for (let count = 0; count < 3; count++) {
    outcomes.push(await call());
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  console.log(JSON.stringify(outcomes));
  await transport.close?.();
`;

describe.each(Object.keys(transports))('over TLS, %s', (name) => {
  it('calls a server that its runtime trusts, and keeps the connection', async () => {
    const { url, connections } = await serve();
    expect(await callThrice(name, url, { trusting: true })).toEqual([answer, answer, answer]);
    expect(connections()).toBe(1);
  });

  it('rejects, and sends nothing, where no trusted authority has signed the certificate', async () => {
    const { url, requests } = await serve();
    expect(await callThrice(name, url, { trusting: false })).toEqual(Array(3).fill('DEPTH_ZERO_SELF_SIGNED_CERT'));
    expect(requests()).toBe(0);
  });
});

const given: [string, (ca: string) => ClosableTransport][] = [
  ['a dispatcher of undici', (ca) => undiciTransport({ dispatcher: disposed(new Agent({ connect: { ca } })) })],
  ['an agent of node:https', (ca) => nodeTransport({ agent: disposed(new HttpsAgent({ ca, keepAlive: true })) })],
];

describe.each(given)('over TLS, %s that is given', (_what, open) => {
  it('says whom to trust', async () => {
    const { url, connections } = await serve();
    const finauth = createFinAuth({ baseUrl: url, credentials, retry: false, transport: open(cert) });
    for (let count = 0; count < 3; count++) {
      expect((await finauth.getBizToken({ liveness_id: 'scene' })).biz_token).toBe(answer.biz_token);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(connections()).toBe(1);
  });
});

it.each<[string, () => ClosableTransport]>([
  ['undici', undiciTransport],
  ['node', nodeTransport],
])('a certificate that is not trusted is a FinAuthConnectionError, over %s', async (_name, open) => {
  const { url } = await serve();
  const transport = open();
  onTestFinished(() => transport.close());
  const finauth = createFinAuth({ baseUrl: url, credentials, retry: false, transport });
  await expect(finauth.getBizToken({ liveness_id: 'scene' })).rejects.toThrow(FinAuthConnectionError);
});

function disposed<T extends { destroy(): unknown }>(one: T): T {
  onTestFinished(() => void one.destroy());
  return one;
}
