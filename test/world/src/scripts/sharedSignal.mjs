// Run on each Node by runOnNodes.ts, with the URL of a server that answers. Prints what went wrong.
import { createFinAuth } from '@finauth-sdk/signing';
import { getEventListeners } from 'node:events';
import { openTransport } from './openTransport.mjs';

const { transport, close } = await openTransport();
const warnings = [];
process.on('warning', ({ message }) => warnings.push(message));
const finauth = createFinAuth({ baseUrl: process.env.SERVER_URL, credentials: { apiKey: 'key', apiSecret: 'secret' }, ...transport });
const { signal } = new AbortController();
for (const calls of [12, 1_000]) {
  await Promise.all(Array.from({ length: calls }, () => finauth.getBizToken({ liveness_id: 'scene' }, { signal })));
}
await new Promise((resolve) => setTimeout(resolve, 10));
await close();
console.log(JSON.stringify({ warnings, listeners: getEventListeners(signal, 'abort').length }));
