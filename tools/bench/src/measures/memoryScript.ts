// Run by measureMemory.ts, once for each contender and round: a process's peak can only grow. Loads that one contender, so that none pays for the others.
import { readFileSync } from 'node:fs';
import type { ContenderId } from '../contenders/contenders.ts';
import { loadContender } from './loadContender.ts';

const [id, url, calls] = process.argv.slice(2) as [ContenderId, string, string];
const connection = await loadContender(id, { url, apiKey: 'bench-key', apiSecret: 'bench-secret' });
let left = Number(calls);
await Promise.all(
  Array.from({ length: 32 }, async () => {
    while (left-- > 0) await connection.getToken();
  }),
);
await connection.close?.();
process.stdout.write(String(peakBytes()), () => process.exit());

/** On Linux from the kernel's own count for this program: the one of resourceUsage begins with what the parent took when it started this process. */
function peakBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  if (peak === null) throw new Error('/proc/self/status does not tell the peak');
  return Number(peak[1]) * 1024;
}
