// A Worker as one writes it: one client for all requests. Each request has it make `?calls=` calls at once.
import { createFinAuth } from '@finauth-sdk/signing';

let finauth;

export default {
  async fetch(request) {
    const { baseUrl, credentials } = await request.json();
    // Nothing may fail, not even at first.
    finauth ??= createFinAuth({ baseUrl, credentials, retry: false });
    const calls = Number(new URL(request.url).searchParams.get('calls'));
    const answers = await Promise.all(Array.from({ length: calls }, () => finauth.getBizToken({ liveness_id: 'example-scene' })));
    return Response.json(answers.map(({ biz_token }) => biz_token));
  },
};
