import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { operationsOf, requestOf } from '@finauth-sdk/generate/contract';
import { requestExample } from '@finauth-sdk/generate/requestExamples';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentedAnswers } from './documentedAnswers.ts';
import { freePort } from '../../freePort.ts';
import { type Mock, startMock } from './startMock.ts';

const contract = await bundleSpec(dirname(createRequire(import.meta.url).resolve('@finauth-sdk/spec/package.json')));
const answers = documentedAnswers(contract);

let mock: Mock;
beforeAll(async () => {
  mock = await startMock();
});
afterAll(() => mock.close());

test.each(answers)('answers $status when asked for $name', async ({ method, path, status, prefer, operationId, value }) => {
  const { operation } = operationsOf(contract).find((each) => each.operation.operationId === operationId)!;
  const { encoding } = requestOf(contract, operation);
  const example = requestExample(contract, operation);
  const texts = Object.entries(example).map(([field, value]): [string, string] => [field, String(value)]);
  const form = new FormData();
  for (const [field, value] of texts) form.set(field, value);
  const request = {
    form: { method, body: form, headers: { prefer } },
    query: { method, headers: { prefer } },
    json: { method, body: JSON.stringify(example), headers: { prefer, 'content-type': 'application/json' } },
  }[encoding];
  const query = encoding === 'query' ? `?${new URLSearchParams(texts).toString()}` : '';
  const answer = await fetch(mock.url + path + query, request);
  expect(answer.status).toBe(status);
  const text = await answer.text();
  expect(typeof value === 'string' ? text : JSON.parse(text)).toEqual(value);
});

test('is gone once it is closed', async () => {
  const other = await startMock();
  await other.close();
  await expect(fetch(other.url)).rejects.toThrow('fetch failed');
});

test('says so when its port is taken', async () => {
  const port = Number(new URL(mock.url).port);
  await expect(startMock({ port })).rejects.toThrow(`Port ${port} is taken`);
});

test('takes the port that it is given', async () => {
  const port = await freePort();
  const given = await startMock({ port });
  expect(given.url).toBe(`http://127.0.0.1:${port}`);
  await given.close();
});
