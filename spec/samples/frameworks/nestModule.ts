import { createFinAuth } from '@finauth-sdk/signing';
import { Module } from '@nestjs/common';
import { FINAUTH, TokenController } from './token.controller';

@Module({
  controllers: [TokenController],
  providers: [{ provide: FINAUTH, useFactory: () => createFinAuth() }],
})
export class TokenModule {}
