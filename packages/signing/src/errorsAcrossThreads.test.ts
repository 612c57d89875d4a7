import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { FinAuthApiError, FinAuthInputError } from './errors.ts';

const refused = new FinAuthApiError({
  status: 403,
  code: 'AUTHORIZATION_ERROR',
  detail: 'DENIED',
  requestId: 'an-id',
  timeUsed: 1,
  retryAfterMs: undefined,
  clockOffsetMs: 5,
  assumedOffsetMs: 0,
  retry: 'never',
  remedy: 'Ask.',
});
const input = new FinAuthInputError('The input is wrong', [{ field: 'uuid', rule: 'x-maxBytes', message: 'uuid is too long' }]);

/** As another thread gets it. */
async function sendToThread(value: unknown): Promise<unknown> {
  const worker = new Worker(`const { parentPort, workerData } = require('node:worker_threads'); parentPort.postMessage(workerData);`, {
    eval: true,
    workerData: value,
  });
  const [echo] = (await once(worker, 'message')) as [unknown];
  await worker.terminate();
  return echo;
}

it.each([
  ['structuredClone', async (value: unknown) => structuredClone(value)],
  ['a worker thread', sendToThread],
])('an error goes through %s with what the guide says', async (_how, send) => {
  const sent = await send(refused);
  expect(sent).toBeInstanceOf(Error);
  expect(sent).toMatchObject({ message: refused.message, stack: refused.stack });
  // What the platform leaves out, toJSON keeps.
  expect(sent).not.toHaveProperty('code');
  expect(await send(refused.toJSON())).toMatchObject({
    name: 'FinAuthApiError',
    code: 'AUTHORIZATION_ERROR',
    message: refused.message,
    status: 403,
    detail: 'DENIED',
    requestId: 'an-id',
    retryable: false,
    remedy: 'Ask.',
  });
  expect(await send(input.toJSON())).toMatchObject({ name: 'FinAuthInputError', code: 'ERR_INPUT', issues: [{ field: 'uuid' }] });
});
