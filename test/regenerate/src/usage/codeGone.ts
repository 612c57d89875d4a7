// What a user sees once a code is gone: it is one that nobody has listed.
import { errorAdvice, type KnownErrorCode } from '@finauth-sdk/client';
import { startSandbox } from '@finauth-sdk/sandbox';
import assert from 'node:assert/strict';

// @ts-expect-error -- no longer among those that are known
const gone: KnownErrorCode = 'AUTHENTICATION_ERROR';
assert.ok(!(gone in errorAdvice));
const sandbox = await startSandbox();
assert.ok(!(gone in sandbox.liveness));
await sandbox.close();
