import { createTokenHandler } from '@finauth-sdk/server';
import type { FinAuth } from '@finauth-sdk/signing';
import { getRequestListener } from '@hono/node-server';
import { Controller, Get, Inject, Post, Req, Res, ServiceUnavailableException } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { authorize } from './customer';

export const FINAUTH = Symbol('FINAUTH');

@Controller()
export class TokenController {
  private readonly token: ReturnType<typeof getRequestListener>;

  constructor(@Inject(FINAUTH) private readonly finauth: FinAuth) {
    this.token = getRequestListener(createTokenHandler({ finauth, authorize }), { overrideGlobalObjects: false });
  }

  @Post('token')
  async mint(@Req() request: IncomingMessage, @Res() response: ServerResponse) {
    await this.token(request, response);
  }

  @Get('readyz')
  async ready() {
    const { ok } = await this.finauth.check({ timeoutMs: 1_000 });
    if (!ok) throw new ServiceUnavailableException();
  }
}
