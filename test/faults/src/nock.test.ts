import { createFinAuth } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import nock from 'nock-14';
import { afterAll, afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { credentials, input } from './createRig.ts';
import { goodAnswer } from './faults.ts';
import { transportName } from './openTransport.ts';
import { outcomeOf } from './settle.ts';

// nock 14 tells that a request is over before its answer has ended.
describe.runIf(transportName() === 'node')('nock 14', () => {
  afterEach(() => nock.cleanAll());
  afterAll(() => nock.restore());

  it.each<[string, number, unknown]>([
    ['an answer', 200, goodAnswer],
    ['an error', 403, { error: 'AUTHENTICATION_ERROR' }],
  ])('stubs nodeTransport: %s', async (_what, status, body) => {
    nock('https://finauth.example')
      .post(/./)
      .reply(status, body as nock.Body);
    const transport = nodeTransport();
    onTestFinished(() => transport.close({ timeoutMs: 0 }));
    const finauth = createFinAuth({ baseUrl: 'https://finauth.example', credentials, transport, retry: false });
    const outcome = await outcomeOf(finauth.getBizToken(input));
    expect(outcome).toMatchObject(
      status === 200 ? { ok: true, value: goodAnswer } : { ok: false, error: { code: 'AUTHENTICATION_ERROR' } },
    );
  });
});
