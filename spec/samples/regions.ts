import { createFinAuth, type Region } from '@finauth-sdk/signing';

const clients = { sgp: createFinAuth({ region: 'sgp' }), idn: createFinAuth({ region: 'idn' }) };
const scenes = { sgp: 'your-singapore-scene', idn: 'your-indonesia-scene' };

/** The region depends on the user, and never on whether a call has failed. */
export function mint(region: Region & keyof typeof clients, uuid: string) {
  return clients[region].getBizToken({ liveness_id: scenes[region], uuid });
}

const { biz_token } = await mint('idn', 'user-0042');
console.log(biz_token);
