// npm install --save-dev @finauth-sdk/client @finauth-sdk/sandbox
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, FinAuthApiError } from '@finauth-sdk/signing';

describe('against the sandbox', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  it('gets a token', async () => {
    const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
    const { biz_token } = await finauth.getBizToken({ liveness_id: 'my-scene', uuid: 'user-0042' });
    expect(sandbox.issued.isValid(biz_token)).toBe(true);
  });

  it('sees a refusal', async () => {
    const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
    const call = finauth.getBizToken({ liveness_id: sandbox.liveness.DENIED });
    await expect(call).rejects.toBeInstanceOf(FinAuthApiError);
  });
});

describe('with a stub', () => {
  // No credentials are needed: the environment is read when a call is made.
  const finauth = createFinAuth();
  const answer = exampleAnswers.getBizToken;

  it('gets what the stub answers', async () => {
    const getBizToken = jest.spyOn(finauth, 'getBizToken').mockResolvedValue(answer);
    await expect(finauth.getBizToken({ liveness_id: 'my-scene' })).resolves.toEqual(answer);
    expect(getBizToken).toHaveBeenCalledWith({ liveness_id: 'my-scene' });
  });

  it('gets an answer over a transport of its own, through signing, retry and validation', async () => {
    const transport = jest.fn(async () => ({
      status: 200,
      headers: new Headers({ 'content-type': 'application/json' }),
      body: (async function* () {
        yield new TextEncoder().encode(JSON.stringify(answer));
      })(),
    }));
    const credentials = { apiKey: 'key', apiSecret: 'secret' };
    const { biz_token } = await createFinAuth({ region: 'sgp', credentials, transport }).getBizToken({ liveness_id: 'my-scene' });
    expect(biz_token).toBe(answer.biz_token);
    expect(transport).toHaveBeenCalledTimes(1);
  });
});
