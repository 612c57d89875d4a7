import { createFinAuth } from '@finauth-sdk/signing';

const finauth = createFinAuth();

export async function POST({ request }) {
  const { uuid } = await request.json();
  return Response.json(await finauth.getBizToken({ liveness_id: 'scene', uuid }));
}
