import { type FinAuth, FinAuthError } from '@finauth-sdk/signing';
import { Body, Controller, Inject, type OnApplicationBootstrap, Post, ServiceUnavailableException } from '@nestjs/common';

export const FINAUTH = Symbol('FINAUTH');

@Controller('token')
export class TokenController implements OnApplicationBootstrap {
  constructor(@Inject(FINAUTH) private readonly finauth: FinAuth) {}

  /** The server does not start without its credentials and region. */
  async onApplicationBootstrap() {
    await this.finauth.check();
  }

  @Post()
  async mint(@Body('uuid') uuid: string) {
    try {
      const { biz_token } = await this.finauth.getBizToken({ liveness_id: 'your-scene', uuid });
      return { biz_token };
    } catch (error) {
      if (!(error instanceof FinAuthError)) throw error;
      throw new ServiceUnavailableException({ tryAgain: error.retryable });
    }
  }
}
