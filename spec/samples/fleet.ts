import { sharedLimit } from '@finauth-sdk/fleet';
import { createFinAuth } from '@finauth-sdk/signing';
import { Redis } from 'ioredis';

const redis = new Redis(process.env.REDIS_URL ?? 'redis://127.0.0.1:6379');
redis.on('error', (error) => console.error('redis', error.message));

const limit = sharedLimit({
  client: redis,
  key: 'my-account',
  limit: 20, // what FinAuth allows the account
  share: 2, // for this process, while Redis is down: 20 for at most 10 processes
  onEvent: (event) => console.error('fleet', event),
});
const finauth = createFinAuth({ maxConcurrency: limit });

const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene' });
console.log(biz_token);

// When the process ends, in this order.
await finauth.close();
await limit.close();
redis.disconnect();
