import { createFinAuth, type FinAuth } from '@finauth-sdk/signing';
import { Inject, Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { FINAUTH, TokenController } from './token.controller';

@Module({
  controllers: [TokenController],
  providers: [{ provide: FINAUTH, useFactory: () => createFinAuth({ retry: { totalTimeoutMs: 15_000 } }) }],
})
export class TokenModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(@Inject(FINAUTH) private readonly finauth: FinAuth) {}

  /** The server does not start without its credentials and region. */
  async onApplicationBootstrap() {
    await this.finauth.check({ offline: true });
  }

  /** Call `app.enableShutdownHooks()` in main.ts: then NestJS answers the last requests first, and gets here. */
  async onApplicationShutdown() {
    await this.finauth.close();
  }
}
