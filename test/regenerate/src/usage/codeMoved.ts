// What a user sees once a code comes with another status.
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';

const sandbox = await startSandbox();
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, retry: false });
await assert.rejects(finauth.getBizToken({ liveness_id: sandbox.liveness.CONCURRENCY_LIMIT_EXCEEDED }), { status: 429, retry: 'later' });
await sandbox.close();
