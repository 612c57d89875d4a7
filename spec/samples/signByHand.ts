import { createHmac } from 'node:crypto';

const raw = 'a=example-key&b=1800000100&c=1800000000&d=1234567890';
const digest = createHmac('sha1', 'example-secret').update(raw).digest(); // raw bytes: no digest('hex')
console.log(Buffer.concat([digest, Buffer.from(raw)]).toString('base64'));
