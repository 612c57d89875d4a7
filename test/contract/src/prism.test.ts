import { errorCatalogue, type Operations } from '@finauth-sdk/client';
import { exampleAnswers, exampleInputs } from '@finauth-sdk/client/examples';
import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { errorExamples } from '@finauth-sdk/generate/errorExamples';
import { type Mock, startMock } from '@finauth-sdk/mock';
import { type CallOptions, createFinAuth, type FinAuth, FinAuthApiError, FinAuthResponseError } from '@finauth-sdk/signing';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const contract = await bundleSpec(dirname(createRequire(import.meta.url).resolve('@finauth-sdk/spec/package.json')));
const examples = errorExamples(contract);
const prefer = (status: number, name: string): { headers: { prefer: string } } => ({
  headers: { prefer: `code=${status}, example=${name}` },
});

let mock: Mock;
let finauth: FinAuth;
/** Calls an operation with what the spec's example gives. */
const callOperation = (id: keyof Operations, options?: CallOptions): Promise<unknown> => finauth[id](exampleInputs[id] as never, options);
beforeAll(async () => {
  mock = await startMock();
  finauth = createFinAuth({ baseUrl: mock.url, credentials: { apiKey: 'key', apiSecret: 'secret' }, retry: false });
});
afterAll(() => mock.close());

describe('the spec, served by Prism', () => {
  it('has an example of an error for each code and each reason of the error model', () => {
    for (const [code, { reasons }] of Object.entries(errorCatalogue)) {
      const texts = reasons ? Object.keys(reasons).map((reason) => `${code}: ${reason}`) : [code];
      for (const text of texts)
        expect(examples.map(({ error }) => error)).toEqual(expect.arrayContaining([expect.stringMatching(`^${text}`)]));
    }
  });

  it.each(Object.keys(exampleAnswers) as (keyof Operations)[])('answers %s with its example', async (id) => {
    await expect(callOperation(id)).resolves.toEqual(exampleAnswers[id]);
  });

  it.each(examples)('$operationId: $status $name arrives as the error that it is', async ({ operationId, status, name, error: text }) => {
    const [code, detail] = text.split(': ') as [keyof typeof errorCatalogue, string | undefined];
    const entry = errorCatalogue[code];
    const advice = (detail !== undefined && entry.reasons?.[detail]) || entry;
    const error = await callOperation(operationId as keyof Operations, prefer(status, name)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FinAuthApiError);
    expect(error).toMatchObject({
      status,
      code,
      detail,
      remedy: advice.remedy,
      retry: advice.retry,
      retryable: advice.retry !== 'never',
      attempts: 1,
    });
    expect((error as Error).message).toContain(advice.remedy);
  });

  it.each(Object.entries(contract['x-error-model'].gateways).filter(([status]) => status !== '429'))(
    'a gateway’s own %s arrives as an answer that is not the API’s',
    async (status, { remedy, retry }) => {
      const error = await finauth
        .getBizToken({ liveness_id: 'example-scene' }, { headers: { prefer: `code=${status}` } })
        .catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(FinAuthResponseError);
      expect(error).toMatchObject({ status: Number(status), remedy, retry });
    },
  );
});
