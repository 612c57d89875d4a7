// Run on each Node by runOnNodes.ts, with the URL of a server that answers. Prints what the calls came to.
import { JSDOM } from 'jsdom';

// What the environments of test frameworks put in the place of Node's own.
const { window } = new JSDOM('', { url: 'http://localhost/' });
const replaced = [
  'AbortController',
  'AbortSignal',
  'Event',
  'EventTarget',
  'DOMException',
  'Headers',
  'Blob',
  'File',
  'FormData',
  'navigator',
  'document',
];
for (const name of replaced) Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
globalThis.window = window;

const { createFinAuth } = await import('@finauth-sdk/signing');
const { openTransport } = await import('./openTransport.mjs');
const { transport, close } = await openTransport();
const options = { baseUrl: process.env.SERVER_URL, credentials: { apiKey: 'key', apiSecret: 'secret' }, ...transport };
const told = (error) => error?.message ?? String(error);

let refused = 'not refused';
try {
  createFinAuth(options);
} catch (error) {
  refused = error.name;
}
const finauth = createFinAuth({ ...options, dangerouslyAllowBrowser: true });
const answer = await finauth.getBizToken({ liveness_id: 'scene', uuid: 'ü' }).then(({ biz_token }) => biz_token, told);
const controller = new AbortController();
const call = finauth.getBizToken({ liveness_id: 'scene' }, { signal: controller.signal });
controller.abort('gone');
const aborted = await call.then(() => 'not aborted', told);
const late = createFinAuth({
  ...options,
  dangerouslyAllowBrowser: true,
  timeoutMs: 1,
  retry: false,
  credentials: () => new Promise(() => {}),
});
const timedOut = await late.getBizToken({ liveness_id: 'scene' }).then(told, ({ name }) => name);
await close();
console.log(JSON.stringify({ refused, answer, aborted, timedOut }));
