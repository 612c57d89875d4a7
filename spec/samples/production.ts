import { createFinAuth } from '@finauth-sdk/signing';

/** One for the whole process: it holds the connections, the queue of calls and the clock correction. */
const finauth = createFinAuth({
  timeoutMs: 5_000, // one attempt
  retry: { retries: 2, totalTimeoutMs: 15_000 }, // the call: queue, attempts and pauses
  maxConcurrency: 10, // your account's limit, divided by the number of your processes
  onEvent: ({ type, ...what }) => console.info(type, what), // contains no secret and no signature
});

const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
console.log(biz_token);
