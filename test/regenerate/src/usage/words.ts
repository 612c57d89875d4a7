// What a user reads once the spec has other words.
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, FinAuthApiError } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';

const sandbox = await startSandbox();
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, retry: false });
const error = await finauth.getBizToken({ liveness_id: sandbox.liveness.INTERNAL_ERROR }).catch((thrown: unknown) => thrown);
assert.ok(error instanceof FinAuthApiError);
assert.equal(error.remedy, 'Send the request again in a moment.');
await sandbox.close();
