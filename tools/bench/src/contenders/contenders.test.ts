import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LIVENESS_ID, UUID } from './contender.ts';
import { contenderIds, contenders } from './contenders.ts';

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(() => sandbox.close());

// What a contender leaves out, it would be quicker by.
it.each(contenderIds)('%s signs, sends every field and reads the token', async (id) => {
  const connection = await contenders[id].connect({ url: sandbox.url, ...sandbox.credentials });
  const token = await connection.getToken();
  expect(sandbox.issued.get(token)?.fields).toEqual({ liveness_id: LIVENESS_ID, uuid: UUID });
  await connection.close?.();
});
