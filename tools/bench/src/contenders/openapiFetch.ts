import createClient from 'openapi-fetch';
import { signByHand, type PATH, tokenOf } from './byHand.ts';
import { type Contender, LIVENESS_ID, UUID } from './contender.ts';

/** What openapi-typescript would make of the API, in short. */
interface Paths {
  [PATH]: {
    post: {
      requestBody: { content: { 'multipart/form-data': Record<'sign' | 'sign_version' | 'liveness_id' | 'uuid', string> } };
      responses: { 200: { content: { 'application/json': { biz_token: string } } } };
    };
  };
}

export const openapiFetch: Contender = {
  name: 'openapi-fetch + FormData',
  connect: ({ url, apiKey, apiSecret }) => {
    const client = createClient<Paths>({ baseUrl: url });
    return {
      async getToken() {
        const { data, error } = await client.POST('/finauth/v5/sdk/get_biz_token', {
          body: { sign: signByHand(apiKey, apiSecret), sign_version: 'hmac_sha1', liveness_id: LIVENESS_ID, uuid: UUID },
          bodySerializer(body) {
            const form = new FormData();
            for (const [name, value] of Object.entries(body)) form.set(name, value);
            return form;
          },
        });
        if (error) throw new Error(JSON.stringify(error));
        return tokenOf(data);
      },
    };
  },
};
