import { createFinAuth, type FinAuthOptions } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import { undiciTransport } from '@finauth-sdk/signing/undici';
import { type Contender, LIVENESS_ID, UUID } from './contender.ts';

/** What we ship, with its defaults: validation, retry, timeout, typed errors. */
export const ours: Contender = contender('ours, on fetch', () => ({ options: {} }));

export const oursOnUndici: Contender = contender('ours, on undici', () => {
  const transport = undiciTransport();
  return { options: { transport }, close: () => transport.close() };
});

export const oursOnNode: Contender = contender('ours, on node:https', () => {
  const transport = nodeTransport();
  return { options: { transport }, close: () => transport.close() };
});

function contender(name: string, make: () => { options: FinAuthOptions; close?: () => void | Promise<void> }): Contender {
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
