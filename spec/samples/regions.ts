import { createFinAuth, type Region } from '@finauth-sdk/signing';

/** A key for each region, such as `FINAUTH_API_KEY_SGP` with `FINAUTH_API_SECRET_SGP`. */
function clientIn(region: Region) {
  const suffix = region.toUpperCase();
  const apiKey = process.env[`FINAUTH_API_KEY_${suffix}`]!;
  const apiSecret = process.env[`FINAUTH_API_SECRET_${suffix}`]!;
  return createFinAuth({ region, credentials: { apiKey, apiSecret } });
}

const clients = { sgp: clientIn('sgp'), idn: clientIn('idn') };
const scenes = { sgp: 'your-singapore-scene', idn: 'your-indonesia-scene' };

/** The region depends on the user, and never on whether a call has failed. */
export function mint(region: Region & keyof typeof clients, uuid: string) {
  return clients[region].getBizToken({ liveness_id: scenes[region], uuid });
}

const { biz_token } = await mint('idn', 'user-0042');
console.log(biz_token);
