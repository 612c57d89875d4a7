// Run by measureMemory.ts, once for each contender: a process's peak can only grow.
import { contenders, type ContenderId } from '../contenders/contenders.ts';

const [id, url, calls] = process.argv.slice(2) as [ContenderId, string, string];
const connection = await contenders[id].connect({ url, apiKey: 'bench-key', apiSecret: 'bench-secret' });
let left = Number(calls);
await Promise.all(
  Array.from({ length: 32 }, async () => {
    while (left-- > 0) await connection.getToken();
  }),
);
await connection.close?.();
process.stdout.write(String(process.resourceUsage().maxRSS * 1024), () => process.exit());
