// A test asks for the second kind of success by its test ID, and gets a token that counts.
import { exampleInputs } from '@finauth-sdk/client/examples';
import { liveness, startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';

const sandbox = await startSandbox();
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });

const usual = await finauth.getBizToken(exampleInputs.getBizToken);
assert.equal(usual.renewed, undefined);
const renewed = await finauth.getBizToken({ liveness_id: liveness.renewed });
assert.equal(renewed.renewed, true);
assert.ok(sandbox.issued.isValid(renewed.biz_token));
assert.notEqual(renewed.biz_token, usual.biz_token);
assert.equal(sandbox.requests.at(-1)!.verdict, 'scenario');
assert.equal(sandbox.requests.at(-1)!.remedy, undefined);
await sandbox.close();
