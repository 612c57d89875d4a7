import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth } from '@finauth-sdk/signing';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { FINAUTH, TokenController } from './token.controller';

describe('TokenController', () => {
  let sandbox: Sandbox;
  let app: INestApplication;

  beforeAll(async () => {
    process.env.UUID_KEY = 'a key for tests';
    sandbox = await startSandbox();
    const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, retry: false });
    const module = await Test.createTestingModule({
      controllers: [TokenController],
      providers: [{ provide: FINAUTH, useValue: finauth }],
    }).compile();
    app = module.createNestApplication();
    await app.listen(0, '127.0.0.1');
  });
  afterAll(async () => {
    await app.close();
    await sandbox.close();
  });

  const ask = async (authorization: string) => fetch(`${await app.getUrl()}/token`, { method: 'POST', headers: { authorization } });

  it('hands out a token for the customer of the session', async () => {
    const { biz_token } = (await (await ask('Bearer an-example-session')).json()) as { biz_token: string };
    expect(sandbox.issued.get(biz_token)?.fields.uuid).toMatch(/^[\da-f]{64}$/);
  });

  it('gives nothing to one who has not signed in', async () => {
    expect((await ask('')).status).toBe(401);
  });

  it('says whether to try again when FinAuth refuses', async () => {
    sandbox.set({ permitted: false });
    const answer = await ask('Bearer an-example-session');
    expect([answer.status, await answer.json()]).toEqual([500, expect.objectContaining({ code: 'unavailable' })]);
  });
});
