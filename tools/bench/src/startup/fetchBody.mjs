// Plain JavaScript, as a server would start it; a bare fetch with a body by hand.
import { createHmac, randomInt } from 'node:crypto';

const [url] = process.argv.slice(2);
const now = Math.floor(Date.now() / 1000);
const raw = `a=bench-key&b=${now + 100}&c=${now}&d=${randomInt(1e10)}`;
const digest = createHmac('sha1', 'bench-secret').update(raw).digest();
const fields = {
  sign: Buffer.concat([digest, Buffer.from(raw)]).toString('base64'),
  sign_version: 'hmac_sha1',
  liveness_id: 'your-scene',
  uuid: 'user-0042',
};
const boundary = 'a-boundary-that-is-in-no-value';
const parts = Object.entries(fields).map(
  ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
);
const response = await fetch(`${url}/finauth/v5/sdk/get_biz_token`, {
  method: 'POST',
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  body: `${parts.join('')}--${boundary}--\r\n`,
  signal: AbortSignal.timeout(10_000),
});
const { biz_token } = await response.json();
process.stdout.write(biz_token, () => process.exit());
