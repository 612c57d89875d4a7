import { createFinAuth } from '@finauth-sdk/signing';

/** One for the whole process: it keeps the connections, the waiting calls, and what it has learnt about the clock. */
const finauth = createFinAuth({
  timeoutMs: 5_000, // one attempt
  retry: { retries: 2, totalTimeoutMs: 15_000 }, // the call: waiting in line, attempts and pauses
  maxConcurrency: 10, // your account's limit, divided by the number of your processes
  onEvent: ({ type, ...what }) => console.info(type, what), // holds no secret and no signature
});

const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
console.log(biz_token);
