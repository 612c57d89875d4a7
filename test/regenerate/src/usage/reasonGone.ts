// What a user sees once a reason is gone: it is one that nobody has listed.
import type { KnownErrorReason } from '@finauth-sdk/client';
import { startSandbox } from '@finauth-sdk/sandbox';
import assert from 'node:assert/strict';

// @ts-expect-error -- no longer among those that are known
const gone: KnownErrorReason = 'MORE_RETRY_TIMES';
const sandbox = await startSandbox();
assert.ok(!(gone in sandbox.liveness));
await sandbox.close();
