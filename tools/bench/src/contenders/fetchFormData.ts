import { signByHand, PATH, tokenOf } from './byHand.ts';
import { type Contender, LIVENESS_ID, UUID } from './contender.ts';

/** What most write, and what all ratios of calls are against. */
export const fetchFormData: Contender = {
  name: 'fetch + FormData + createHmac',
  connect: ({ url, apiKey, apiSecret }) => ({
    async getToken() {
      const body = new FormData();
      body.set('sign', signByHand(apiKey, apiSecret));
      body.set('sign_version', 'hmac_sha1');
      body.set('liveness_id', LIVENESS_ID);
      body.set('uuid', UUID);
      const response = await fetch(url + PATH, { method: 'POST', body });
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
      return tokenOf(await response.json());
    },
  }),
};
