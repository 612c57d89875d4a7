import { createClient, createConfig, getBizToken } from '@finauth-sdk/client';
import { signByHand, tokenOf } from './byHand.ts';
import { type Contender, LIVENESS_ID, UUID } from './contender.ts';

/** @finauth-sdk/client alone, as hey-api makes it, with a signature by hand. */
export const generatedClient: Contender = {
  name: '@finauth-sdk/client as generated',
  isOurs: true,
  connect: ({ url, apiKey, apiSecret }) => {
    const client = createClient(createConfig({ baseUrl: url }));
    return {
      async getToken() {
        const sign = signByHand(apiKey, apiSecret);
        const { data, error } = await getBizToken({
          client,
          body: { sign, sign_version: 'hmac_sha1', liveness_id: LIVENESS_ID, uuid: UUID },
        });
        if (error) throw new Error(JSON.stringify(error));
        return tokenOf(data);
      },
    };
  },
};
