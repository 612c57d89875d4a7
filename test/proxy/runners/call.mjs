// Calls once, or CALLS times, over each transport that is named, and prints what came of it. `fetch`, `node`, `undici`, or one of its versions under another name.
import { createFinAuth } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import * as module from 'node:module';
import { inspect } from 'node:util';

const [timeoutMs, ...names] = process.argv.slice(2);

// Other versions than the one that the package has beside it.
const versions = { 'undici-7.0': import.meta.resolve('undici-7.0'), 'undici-8': import.meta.resolve('undici-8') };

const open = async (name) => {
  if (name === 'fetch') return undefined;
  if (name === 'node') return nodeTransport();
  const resolve = (specifier, context, next) => next(specifier === 'undici' ? versions[name] : specifier, context);
  if (name in versions) module.registerHooks({ resolve });
  const { undiciTransport } = await import('@finauth-sdk/signing/undici');
  return undiciTransport();
};

const outcomes = await Promise.all(
  names.map(async (name) => {
    const transport = await open(name);
    const started = performance.now();
    try {
      const finauth = createFinAuth({ transport, retry: false, timeoutMs: Number(timeoutMs), allowInsecureHttp: true });
      let token;
      for (let left = Number(process.env.CALLS ?? 1); left > 0; left--)
        token = (await finauth.getBizToken({ liveness_id: 'scene' })).biz_token;
      return { name, token };
    } catch (error) {
      const { code, message } = error;
      return {
        name,
        code,
        message,
        ms: performance.now() - started,
        whole: inspect(error, { depth: Infinity, showHidden: true }) + JSON.stringify(error),
      };
    } finally {
      await transport?.close();
    }
  }),
);
// Node's own fetch keeps a process for minutes that a proxy has left hanging.
process.stdout.write(JSON.stringify(outcomes), () => process.env.EXIT_AT_ONCE && process.exit());
