// Run on each Node by runOnNodes.ts, with the URL of a server that answers. Prints what the calls came to.
import { JSDOM } from 'jsdom';

// What the environments of test frameworks put in the place of Node's own.
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
function enter() {
  const { window } = new JSDOM('', { url: 'http://localhost/' });
  for (const name of replaced) Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  globalThis.window = window;
}
enter();

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
async function abort() {
  const controller = new AbortController();
  const call = finauth.getBizToken({ liveness_id: 'scene' }, { signal: controller.signal });
  controller.abort('gone');
  return call.then(() => 'not aborted', told);
}
const aborted = await abort();
const late = createFinAuth({
  ...options,
  dangerouslyAllowBrowser: true,
  timeoutMs: 1,
  retry: false,
  credentials: () => new Promise(() => {}),
});
const timedOut = await late.getBizToken({ liveness_id: 'scene' }).then(told, ({ name }) => name);
// The next test file of a worker has a jsdom of its own, while Node's fetch goes on with the classes that it met first.
enter();
const later = await finauth.getBizToken({ liveness_id: 'scene' }).then(({ biz_token }) => biz_token, told);
const laterAborted = await abort();
await close();
console.log(JSON.stringify({ refused, answer, aborted, timedOut, later, laterAborted }));
