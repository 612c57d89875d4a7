import { createRequire } from 'node:module';

// What Lambda does with a bundle: loads it, in whatever format it is, and calls its handler.
const { handler } = process.argv[2].endsWith('.cjs')
  ? createRequire(import.meta.url)(`./${process.argv[2]}`)
  : await import(`./${process.argv[2]}`);
const { biz_token } = await handler({ uuid: process.env.CONSUMER });
console.log(biz_token);
