// What a user writes once there is a new result.
import { type KnownResult, resultCatalogue } from '@finauth-sdk/client';
import { exampleInputs } from '@finauth-sdk/client/examples';
import { startMock } from '@finauth-sdk/mock';
import { startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, outcomeOf } from '@finauth-sdk/signing';
import assert from 'node:assert/strict';

const result: KnownResult = 'GLASSES_TOO_DARK';
// @ts-expect-error -- a result that nobody added
export const unlisted: KnownResult = 'GLASSES_TOO_BRIGHT';

const { code, kind, isPass, tellUser, tryAgain } = resultCatalogue[result];
assert.deepEqual({ code, kind, isPass, tryAgain }, { code: 4100, kind: 'liveness', isPass: false, tryAgain: 'new_token' });
const { verify, getBizToken } = exampleInputs;

await using sandbox = await startSandbox();
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
assert.equal(await toldWith({ outcome: result }), tellUser);
// Where nobody says otherwise, the phone still passes.
assert.equal(await toldWith({}), resultCatalogue.SUCCESS.tellUser);

const mock = await startMock();
const mocked = createFinAuth({ baseUrl: mock.url, credentials: { apiKey: 'key', apiSecret: 'secret' } });
const answer = await mocked.verify(verify, { headers: { prefer: `code=200, example=${result}` } });
assert.equal(outcomeOf(answer).tellUser, tellUser);
await mock.close();

/** The whole way, and what the user is told at its end. */
async function toldWith(options: { outcome?: KnownResult }): Promise<string> {
  const { biz_token } = await finauth.getBizToken(getBizToken);
  sandbox.phone.complete(biz_token, options);
  return outcomeOf(await finauth.verify({ ...verify, biz_token })).tellUser;
}
