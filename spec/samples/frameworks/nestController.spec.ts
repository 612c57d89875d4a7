import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth } from '@finauth-sdk/signing';
import { ServiceUnavailableException } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { FINAUTH, TokenController } from './token.controller';

describe('TokenController', () => {
  let sandbox: Sandbox;
  let controller: TokenController;

  beforeAll(async () => {
    sandbox = await startSandbox();
    const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
    const module = await Test.createTestingModule({
      controllers: [TokenController],
      providers: [{ provide: FINAUTH, useValue: finauth }],
    }).compile();
    controller = module.get(TokenController);
  });
  afterAll(() => sandbox.close());

  it('hands out a token for the user', async () => {
    const { biz_token } = await controller.mint('user-0042');
    expect(sandbox.issued.get(biz_token)?.fields.uuid).toBe('user-0042');
  });

  it('says whether to try again when FinAuth refuses', async () => {
    sandbox.set({ permitted: false });
    await expect(controller.mint('user-0042')).rejects.toThrow(ServiceUnavailableException);
  });
});
