import { bodyByHand, bodyHeaders, PATH, signByHand, tokenOf } from './byHand.ts';
import { type Contender, LIVENESS_ID, TIMEOUT_MS, UUID } from './contender.ts';

/** The least that can be done on fetch: a body built as one string, and a timeout. */
export const fetchBody: Contender = {
  name: 'bare fetch, body by hand, timeout',
  connect: ({ url, apiKey, apiSecret }) => ({
    async getToken() {
      const sign = signByHand(apiKey, apiSecret);
      const response = await fetch(url + PATH, {
        method: 'POST',
        headers: bodyHeaders,
        body: bodyByHand({ sign, sign_version: 'hmac_sha1', liveness_id: LIVENESS_ID, uuid: UUID }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
      return tokenOf(await response.json());
    },
  }),
};
