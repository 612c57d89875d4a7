import { Agent, request } from 'undici';
import { bodyByHand, bodyHeaders, PATH, signByHand, tokenOf } from './byHand.ts';
import { type Contender, LIVENESS_ID, UUID } from './contender.ts';

/** Node's quickest client, with nothing around it. */
export const undiciRequest: Contender = {
  name: 'bare undici.request, body by hand',
  connect: ({ url, apiKey, apiSecret }) => {
    const dispatcher = new Agent();
    return {
      async getToken() {
        const sign = signByHand(apiKey, apiSecret);
        const { statusCode, body } = await request(url + PATH, {
          dispatcher,
          method: 'POST',
          headers: bodyHeaders,
          body: bodyByHand({ sign, sign_version: 'hmac_sha1', liveness_id: LIVENESS_ID, uuid: UUID }),
        });
        if (statusCode !== 200) throw new Error(`${statusCode}: ${await body.text()}`);
        return tokenOf(await body.json());
      },
      close: () => dispatcher.close(),
    };
  },
};
