import { answers, refuses, succeeds } from '../faults.ts';
import type { Fault } from '../faultServer.ts';
import { at, failed, gateway, once, success, thrice, YEAR_S, type Row } from './row.ts';

const limit = (retryAfter: string): Fault => refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': retryAfter });
const limited = failed(429, 'CONCURRENCY_LIMIT_EXCEEDED');

/** Too many calls, and each form of Retry-After. */
export const limitRows: readonly Row[] = [
  {
    fault: '403 CONCURRENCY_LIMIT_EXCEEDED',
    faults: refuses(403, 'CONCURRENCY_LIMIT_EXCEEDED'),
    sees: failed(403, 'CONCURRENCY_LIMIT_EXCEEDED'),
    ...thrice,
  },
  {
    fault: '403 CONCURRENCY_LIMIT_EXCEEDED with Retry-After: 1',
    faults: [refuses(403, 'CONCURRENCY_LIMIT_EXCEEDED', { 'retry-after': '1' }), succeeds],
    sees: success,
    attempts: 2,
    takesMs: 1_000,
  },
  { fault: '429 without Retry-After', faults: refuses(429, 'CONCURRENCY_LIMIT_EXCEEDED'), sees: limited, ...thrice },
  { fault: '429 with text', faults: answers(429, 'slow down'), sees: gateway(429), ...thrice },
  {
    fault: '429 with text and Retry-After: 3',
    faults: answers(429, 'slow down', { 'retry-after': '3' }),
    sees: gateway(429),
    attempts: 3,
    takesMs: 6_000,
  },
  { fault: '429 with Retry-After: 5', faults: limit('5'), sees: limited, attempts: 3, takesMs: 10_000 },
  { fault: '429 with Retry-After: 0', faults: limit('0'), sees: limited, ...thrice },
  {
    fault: '429 with Retry-After, a date in 4 s',
    faultsOf: ({ clock }) => [limit(at(clock, 4)), succeeds],
    sees: success,
    attempts: 2,
    takesMs: 4_000,
  },
  { fault: '429 with Retry-After, a date gone by', faultsOf: ({ clock }) => [limit(at(clock, -60))], sees: limited, ...thrice },
  { fault: '429 with Retry-After as long as is waited for', faults: limit('20'), sees: limited, attempts: 3, takesMs: 40_000 },
  { fault: '429 with Retry-After one second longer', faults: limit('21'), sees: limited, ...once },
  { fault: '429 with Retry-After of a year', faults: limit(String(YEAR_S)), sees: limited, ...once },
  { fault: '429 with Retry-After, a date in a year', faultsOf: ({ clock }) => [limit(at(clock, YEAR_S))], sees: limited, ...once },
  {
    fault: '429 with Retry-After, a date in another century',
    faultsOf: ({ clock }) => [limit(at(clock, 150 * YEAR_S))],
    sees: limited,
    ...once,
  },
  { fault: '429 with Retry-After of 10^30 seconds', faults: limit(`1${'0'.repeat(30)}`), sees: limited, ...once },
  { fault: '429 with Retry-After, negative', faults: limit('-5'), sees: limited, ...thrice },
  { fault: '429 with Retry-After, a fraction', faults: limit('1.5'), sees: limited, ...thrice },
  { fault: '429 with Retry-After of rubbish', faults: limit('soon'), sees: limited, ...thrice },
  { fault: '429 with Retry-After, empty', faults: limit(' '), sees: limited, ...thrice },
];
