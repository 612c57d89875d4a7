// npm install @finauth-sdk/client
import { createClient, createConfig, getBizToken, servers } from '@finauth-sdk/client';
import { createHmac, randomInt } from 'node:crypto';

const { FINAUTH_API_KEY: apiKey = '', FINAUTH_API_SECRET: apiSecret = '', FINAUTH_BASE_URL } = process.env;

// redirect: a signed body must not follow a redirect to another host.
const client = createClient(createConfig({ baseUrl: FINAUTH_BASE_URL ?? servers.sgp.url, redirect: 'error' }));

const { data, error, response } = await getBizToken({
  client,
  body: { sign: sign(), sign_version: 'hmac_sha1', liveness_id: 'your-scene', uuid: 'user-0042' },
});
if (!data) throw new Error(`FinAuth refused the call: ${response?.status} ${JSON.stringify(error)}`);
console.log(data.biz_token);

/** Every call needs a new signature. */
function sign(): string {
  const now = Math.floor(Date.now() / 1000); // seconds, not milliseconds
  const raw = `a=${apiKey}&b=${now + 100}&c=${now}&d=${randomInt(2 ** 32)}`;
  const digest = createHmac('sha1', apiSecret).update(raw).digest(); // raw bytes, not hex
  return Buffer.concat([digest, Buffer.from(raw)]).toString('base64');
}
