import { createFinAuth } from '@finauth-sdk/signing';
import { readFile } from 'node:fs/promises';

const path = process.env.FINAUTH_CREDENTIALS_FILE ?? '/run/secrets/finauth.json';

const finauth = createFinAuth({
  // Called before each attempt, so the next attempt uses a changed file. The file contains { "apiKey": …, "apiSecret": … }.
  credentials: async () => JSON.parse(await readFile(path, 'utf8')),
});

const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
console.log(biz_token);
