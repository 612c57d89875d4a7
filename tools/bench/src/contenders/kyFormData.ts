import ky from 'ky';
import { PATH, signByHand, tokenOf } from './byHand.ts';
import { type Contender, LIVENESS_ID, UUID } from './contender.ts';

export const kyFormData: Contender = {
  name: 'ky + FormData',
  connect: ({ url, apiKey, apiSecret }) => ({
    async getToken() {
      const body = new FormData();
      body.set('sign', signByHand(apiKey, apiSecret));
      body.set('sign_version', 'hmac_sha1');
      body.set('liveness_id', LIVENESS_ID);
      body.set('uuid', UUID);
      return tokenOf(await ky.post(url + PATH, { body }).json());
    },
  }),
};
