import { signatureScheme } from '@finauth-sdk/client';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { describe, expect, it } from 'vitest';
import type { Result, SignedCall } from '../call.ts';
import { FinAuthConfigError, FinAuthConnectionError } from '../errors.ts';
import { operations } from '../generated/operations.ts';
import type { OperationTable } from '../operation.ts';
import { send } from './send.ts';
import type { Transport, TransportRequest } from '../transport.ts';

const token = exampleAnswers.getBizToken;
const fields = { liveness_id: 'scene', sign_version: signatureScheme.algorithm };

const credentials = { apiKey: 'a-key', apiSecret: 'a-secret' };

function callOf(fields: SignedCall['fields']): SignedCall {
  return {
    operation: 'getBizToken',
    callId: 1,
    credentials,
    fields,
    headers: { 'x-trace': 'a' },
    attempt: 1,
    clockOffsetMs: 0,
    signal: undefined,
  };
}

async function* json(value: unknown): AsyncGenerator<Uint8Array, void> {
  yield new TextEncoder().encode(JSON.stringify(value));
}

function sendBy(transport: Transport, fields: SignedCall['fields']): Promise<Result> {
  return send(operations as OperationTable, {
    baseUrl: 'https://finauth.example',
    transport,
    userAgent: 'finauth-sdk/0',
    maxResponseBytes: 1_000,
    now: () => 0,
    tellsId: false,
  })(callOf(fields));
}

async function requestFor(fields: SignedCall['fields']): Promise<TransportRequest> {
  let sent: TransportRequest | undefined;
  await sendBy(async (request) => {
    sent = request;
    return { status: 200, headers: new Headers(), body: json(token) };
  }, fields);
  return sent!;
}

function formOf({ body, headers }: TransportRequest): Promise<FormData> {
  return new Response(body as BodyInit, { headers }).formData();
}

describe('what is sent', () => {
  it('holds text as one string, beside the caller’s headers', async () => {
    const request = await requestFor(fields);
    expect(typeof request.body).toBe('string');
    expect(request.headers['x-trace']).toBe('a');
    expect(Object.fromEntries(await formOf(request))).toEqual(fields);
  });

  it('holds a file as its bytes, with its name and type', async () => {
    const bytes = Uint8Array.from({ length: 5_000 }, (_, index) => index % 256);
    const form = await formOf(await requestFor({ ...fields, photo: new File([bytes], 'photo.png', { type: 'image/png' }) }));
    const photo = form.get('photo') as File;
    expect([photo.name, photo.type]).toEqual(['photo.png', 'image/png']);
    expect(new Uint8Array(await photo.arrayBuffer())).toEqual(bytes);
    expect(form.get('liveness_id')).toBe('scene');
  });
});

it('hands on the headers of the answer, also in a copy of the result', async () => {
  const headers = new Headers({ date: 'today' });
  const result = await sendBy(async () => ({ status: 200, headers, body: json(token) }), fields);
  expect({ ...result }.headers).toBe(headers);
});

it.each<[string, Transport]>([
  ['rejects', () => Promise.reject(new Error('no route'))],
  [
    'throws',
    () => {
      throw new Error('no route');
    },
  ],
])('a transport that %s has lost the connection', async (_what, transport) => {
  await expect(sendBy(transport, fields)).rejects.toThrow(FinAuthConnectionError);
  await expect(sendBy(transport, fields)).rejects.toThrow('FinAuth could not be reached: no….');
});

it.each([undefined, null, 'ok', {}, { status: '200' }])('a transport is told that it returned no answer: %j', async (answer) => {
  const sent = sendBy(async () => answer as never, fields);
  await expect(sent).rejects.toThrow(FinAuthConfigError);
  await expect(sent).rejects.toThrow('The option transport must return { status, headers, body }');
});

const fails = (): never => {
  throw new Error('no such header');
};

it.each<[string, unknown]>([
  ['missing', undefined],
  ['a plain object', { 'retry-after': '5' }],
  ['a Map of numbers', new Map([['retry-after', 5]])],
  ['lists', { get: () => ['5'] }],
  ['such as cannot be read', { get: fails }],
])('headers that are %s cost no token, and hide no failure', async (_what, headers) => {
  const by = (status: number, answer: object): Promise<Result> =>
    sendBy(async () => ({ status, headers: headers as Headers, body: json(answer) }), fields);
  await expect(by(200, token)).resolves.toMatchObject({ data: token });
  await expect(by(503, {})).rejects.toMatchObject({ code: 'ERR_RESPONSE', status: 503, retryAfterMs: undefined });
  await expect(by(403, { error: 'AUTHORIZATION_ERROR: EXPIRED_SIGN' })).rejects.toMatchObject({
    detail: 'EXPIRED_SIGN',
    clockOffsetMs: undefined,
  });
});

it('a transport that is not set up right says so', async () => {
  const wrong = new FinAuthConfigError('agent must be another');
  await expect(sendBy(() => Promise.reject(wrong), fields)).rejects.toBe(wrong);
});

it('stops reading at the bound, and tells the transport', async () => {
  let stopped = false;
  async function* endless(): AsyncGenerator<Uint8Array, void> {
    try {
      for (;;) yield new Uint8Array(600);
    } finally {
      stopped = true;
    }
  }
  await expect(sendBy(async () => ({ status: 200, headers: new Headers(), body: endless() }), fields)).rejects.toThrow(
    'longer than 1000 bytes',
  );
  expect(stopped).toBe(true);
});
