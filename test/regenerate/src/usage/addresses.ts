// What a user sees once calls go elsewhere, and what they are signed with and bring is good for other times.
import { servers, signatureScheme, tokenLifetimes } from '@finauth-sdk/client';
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, createSigner, inspectSign } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';

const window: 60 = signatureScheme.defaultWindowSeconds;
const lifetime: 1800 = tokenLifetimes.getBizToken.biz_token;
assert.equal(servers.sgp.url, 'https://api-sg.yljz.com');

const { expireTime, currentTime } = inspectSign(createSigner({ apiKey: 'key', apiSecret: 'secret' }).sign());
assert.equal(expireTime - currentTime, window);

await using sandbox = await startSandbox();
const paths: string[] = [];
const finauth = createFinAuth({
  baseUrl: sandbox.url,
  credentials: sandbox.credentials,
  fetch: (url, init) => (paths.push(new URL(String(url)).pathname), fetch(url, init)),
});
const { biz_token } = await finauth.getBizToken({ liveness_id: 'scene' });
assert.deepEqual(paths, ['/finauth/v6/sdk/get_biz_token']);
// Less a minute, since its clock goes on.
sandbox.clock.advance((lifetime - 60) * 1_000);
assert.equal(sandbox.issued.isValid(biz_token), true);
sandbox.clock.advance(60_000);
assert.equal(sandbox.issued.isValid(biz_token), false);
