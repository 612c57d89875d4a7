import { createFinAuth, type Middleware } from '@finauth-sdk/signing';

const traced: Middleware = (call, next) => next({ ...call, headers: { ...call.headers, 'x-trace': crypto.randomUUID() } });

const finauth = createFinAuth({ middleware: [traced] });

const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: 'user-0042' });
console.log(biz_token);
