// What a user writes once an answer has two more fields: one that is always there, one that may be.
import { exampleAnswers, exampleInputs } from '@finauth-sdk/client/examples';
import { startMock } from '@finauth-sdk/mock';
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, FinAuthResponseError, type GetBizTokenResponse } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';

const { getBizToken: input } = exampleInputs;
const sandbox = await startSandbox();
const mock = await startMock();
for (const baseUrl of [sandbox.url, mock.url]) {
  const answer: GetBizTokenResponse = await createFinAuth({ baseUrl, credentials: sandbox.credentials }).getBizToken(input);
  const version: number = answer.scene_version;
  const title: string | undefined = answer.scene_title;
  assert.deepEqual([version, title], [7, undefined]);
}
await Promise.all([sandbox.close(), mock.close()]);

const answering = (answer: object) =>
  createFinAuth({ region: 'sgp', credentials: { apiKey: 'key', apiSecret: 'secret' }, fetch: async () => Response.json(answer) });
const titled = { ...exampleAnswers.getBizToken, scene_title: 'At the counter' };
assert.deepEqual(await answering(titled).getBizToken(input), titled);
for (const broken of [
  { ...titled, scene_version: undefined },
  { ...titled, scene_version: '7' },
  { ...titled, scene_title: 7 },
]) {
  await assert.rejects(answering(broken).getBizToken(input), FinAuthResponseError);
}
