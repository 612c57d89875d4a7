import { createRequire } from 'node:module';

// What Lambda does with a bundle: loads it, in whatever format it is, and calls its handler.
const { handler } = process.argv[2].endsWith('.cjs')
  ? createRequire(import.meta.url)(`./${process.argv[2]}`)
  : await import(`./${process.argv[2]}`);
const answer = await handler({ uuid: process.env.CONSUMER });
const { biz_token } = answer.body === undefined ? answer : JSON.parse(answer.body);
if (biz_token === undefined) throw new Error(`No token: ${JSON.stringify(answer)}`);
console.log(biz_token);
