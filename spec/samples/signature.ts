import { canonicalize, digest, encodeSign } from '@finauth-sdk/signing';

const raw = canonicalize({ apiKey: 'example-key', expireTime: 1800000100, currentTime: 1800000000, random: 1234567890 });
console.log(raw);

const bytes = digest(raw, 'example-secret');
console.log(Buffer.from(bytes).toString('hex'));

console.log(encodeSign(bytes, raw));
