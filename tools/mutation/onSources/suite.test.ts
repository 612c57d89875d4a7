// The suite that every runtime passes, run on the sources that are changed: most of what the packages promise is in it. Only where a copy is mutated.
import * as client from '@finauth-sdk/client';
import { startSandbox } from '@finauth-sdk/sandbox';
import * as signing from '@finauth-sdk/signing';
import { casesOf } from '@finauth-sdk/test-suite';
import * as validator from '@finauth-sdk/validator';
import { expect, it } from 'vitest';

const sandbox = await startSandbox();
const { url: baseUrl, credentials, liveness, testIds } = sandbox;

const environment = { baseUrl, deadUrl: 'http://127.0.0.1:2', credentials, liveness, verifyIds: testIds.verify };

// No hook closes the sandbox: its process ends with the run.
it.each(casesOf({ client, signing, validator, environment }))('$name', async ({ run }) => {
  await expect(Promise.resolve(run())).resolves.toBeUndefined();
});
