// Run by manyChunks.ts in a process of its own: makes so many calls at once, and prints by how many MiB they raised the most memory that the process ever had.
import { createFinAuth } from '@finauth-sdk/signing';
import { openTransport } from './openTransport.ts';

const [url = '', goodUrl = '', calls = '1'] = process.argv.slice(2);
const credentials = { apiKey: 'canary-key', apiSecret: 'canary-secret' };
const transport = openTransport();
const create = (baseUrl: string): ReturnType<typeof createFinAuth> =>
  createFinAuth({ baseUrl, credentials, timeoutMs: 60_000, retry: false, ...transport.options });

// What the first call loads and compiles is not what a body costs.
const good = create(goodUrl);
await Promise.all(Array.from({ length: 50 }, () => good.getBizToken({ liveness_id: 'scene' })));
const peak = (): number => process.resourceUsage().maxRSS / 1_024;
const before = peak();
const hostile = create(url);
const outcomes = await Promise.allSettled(Array.from({ length: Number(calls) }, () => hostile.getBizToken({ liveness_id: 'scene' })));
process.stdout.write(
  JSON.stringify({
    grownByMiB: peak() - before,
    errors: outcomes.map((outcome) => outcome.status === 'rejected' && String(outcome.reason)),
  }),
);
await transport.close();
