import axios from 'axios';
import FormData from 'form-data';
import { Agent } from 'node:http';
import { PATH, signByHand, tokenOf } from './byHand.ts';
import { type Contender, LIVENESS_ID, UUID } from './contender.ts';

export const axiosFormData: Contender = {
  name: 'axios + form-data',
  connect: ({ url, apiKey, apiSecret }) => {
    const httpAgent = new Agent({ keepAlive: true });
    const client = axios.create({ baseURL: url, httpAgent });
    return {
      async getToken() {
        const body = new FormData();
        body.append('sign', signByHand(apiKey, apiSecret));
        body.append('sign_version', 'hmac_sha1');
        body.append('liveness_id', LIVENESS_ID);
        body.append('uuid', UUID);
        const { data } = await client.post<unknown>(PATH, body);
        return tokenOf(data);
      },
      close: () => httpAgent.destroy(),
    };
  },
};
