import { createClient, createConfig, getBizToken, signatureScheme } from '@finauth-sdk/client';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { createFinAuth, createSigner, verifySign } from '@finauth-sdk/signing';
import { answers } from '@finauth-sdk/test-faults/faults';
import { createFaultServer, type FaultServer, type ReceivedRequest } from '@finauth-sdk/test-faults/faultServer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathOf } from './pathOf.ts';

const PATH = pathOf('getBizToken');
const token = exampleAnswers.getBizToken;
const credentials = { apiKey: 'example-key', apiSecret: 'example-secret' };
const now = (): number => 1_800_000_000_000;

// A signature made with this number holds "+" and "/", which must reach the server as they are.
const random = numberWhoseSignHas('+', '/');
const sign = createSigner(credentials, { now, random: () => random }).sign();
const uuid = 'Zoë “0042” 語\u{1f600}';

let server: FaultServer;
beforeEach(async () => {
  server = await createFaultServer({ faults: [answers(200, token)] });
});
afterEach(() => server.close());

describe('the request on the wire', () => {
  it('of createFinAuth is the multipart form that the API asks for, byte by byte', async () => {
    const finauth = createFinAuth({ baseUrl: server.url, credentials, now, random: () => random });
    await expect(finauth.getBizToken({ liveness_id: 'example-scene', uuid })).resolves.toEqual(token);
    expectFormOf(server.requests, { liveness_id: 'example-scene', uuid, sign, sign_version: signatureScheme.algorithm });
    expect(verifySign(partsOf(server.requests[0]!).sign!, credentials.apiSecret, { now })).toEqual({ valid: true });
  });

  it('leaves out what the caller left out', async () => {
    const finauth = createFinAuth({ baseUrl: server.url, credentials, now, random: () => random });
    await finauth.getBizToken({ liveness_id: 'example-scene' });
    expectFormOf(server.requests, { liveness_id: 'example-scene', sign, sign_version: signatureScheme.algorithm });
  });

  it('of the bare client is the same, with the signature the caller brings', async () => {
    const client = createClient(createConfig({ baseUrl: server.url }));
    const { data } = await getBizToken({
      client,
      body: { sign, sign_version: signatureScheme.algorithm, liveness_id: 'example-scene', uuid },
    });
    expect(data).toEqual(token);
    expectFormOf(server.requests, { sign, sign_version: signatureScheme.algorithm, liveness_id: 'example-scene', uuid });
  });

  it('bears the headers the caller adds', async () => {
    const finauth = createFinAuth({ baseUrl: server.url, credentials });
    await finauth.getBizToken({ liveness_id: 'example-scene' }, { headers: { 'x-trace': 'abc' } });
    expect(server.requests[0]!.headers.get('x-trace')).toBe('abc');
  });

  it('goes under the path of a base URL that has one', async () => {
    const finauth = createFinAuth({ baseUrl: `${server.url}/proxy/`, credentials });
    await finauth.getBizToken({ liveness_id: 'example-scene' });
    expect(server.requests[0]!.requestLine).toBe(`POST /proxy${PATH} HTTP/1.1`);
  });
});

function expectFormOf(requests: readonly ReceivedRequest[], fields: Record<string, string>): void {
  expect(requests).toHaveLength(1);
  const { requestLine, headers, body } = requests[0]!;
  expect(requestLine).toBe(`POST ${PATH} HTTP/1.1`);
  const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(headers.get('content-type')!)![1]!;
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  expect(body).toEqual(Buffer.from(`${parts.join('')}--${boundary}--\r\n`));
}

function partsOf({ body }: ReceivedRequest): Record<string, string> {
  return Object.fromEntries(
    [...body.toString('utf8').matchAll(/name="(\w+)"\r\n\r\n([^\r]*)\r\n/g)].map(([, name, value]) => [name!, value!]),
  );
}

function numberWhoseSignHas(...characters: string[]): number {
  for (let number = 0; ; number++) {
    const candidate = createSigner(credentials, { now, random: () => number }).sign();
    if (characters.every((character) => candidate.includes(character))) return number;
  }
}
