import { createFinAuth, type FinAuthOptions } from '@finauth-sdk/signing';
import { type Contender, LIVENESS_ID, UUID } from './contender.ts';

/** What we ship, with its defaults: validation, retry, timeout, typed errors. */
export function oursWith(name: string, make: () => { options: FinAuthOptions; close?: () => void | Promise<void> }): Contender {
  return {
    name,
    isOurs: true,
    connect({ url, apiKey, apiSecret }) {
      const { options, close } = make();
      const finauth = createFinAuth({ baseUrl: url, credentials: { apiKey, apiSecret }, ...options });
      return {
        async getToken() {
          const { biz_token } = await finauth.getBizToken({ liveness_id: LIVENESS_ID, uuid: UUID });
          return biz_token;
        },
        ...(close && { close }),
      };
    },
  };
}
