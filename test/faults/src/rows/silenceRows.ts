import { drips, saysNothing, succeeds, writesAndStalls } from '../faults.ts';
import { ALL, BACKOFF_1, json, length, success, timedOut, TIMEOUT, TIMEOUTS, type Row } from './row.ts';

/** Servers that keep the client waiting. */
export const silenceRows: readonly Row[] = [
  {
    fault: 'accepts and never reads',
    sees: timedOut,
    attempts: 3,
    takesMs: TIMEOUTS,
    stalls: ALL,
    reach: 0,
    onConnection: (socket) => void socket.pause(),
  },
  { fault: 'reads and says nothing', faults: saysNothing, sees: timedOut, attempts: 3, takesMs: TIMEOUTS, stalls: ALL },
  {
    fault: 'one byte a second, of the headers',
    faultsOf: ({ clock }) => [drips(clock, `HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n${json}`)],
    sees: timedOut,
    attempts: 3,
    takesMs: TIMEOUTS,
    stalls: ALL,
  },
  {
    fault: 'one byte a second, of the body',
    faultsOf: ({ clock }) => [drips(clock, json, `HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n`)],
    sees: timedOut,
    attempts: 3,
    takesMs: TIMEOUTS,
    stalls: ALL,
  },
  {
    fault: 'headers, then nothing',
    faults: writesAndStalls(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n`),
    sees: timedOut,
    attempts: 3,
    takesMs: TIMEOUTS,
    stalls: ALL,
  },
  {
    fault: 'half a gateway page, then nothing',
    faults: writesAndStalls('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 100\r\n\r\n<html>'),
    sees: timedOut,
    attempts: 3,
    takesMs: TIMEOUTS,
    stalls: ALL,
  },
  {
    fault: 'silent once, then well',
    faults: [saysNothing, succeeds],
    sees: success,
    attempts: 2,
    takesMs: TIMEOUT + BACKOFF_1,
    stalls: 1,
  },
  {
    fault: 'silent, more retries than there is time for',
    faults: saysNothing,
    sees: timedOut,
    attempts: 4,
    takesMs: 45_000,
    stalls: ALL,
    options: () => ({ retry: { retries: 10, baseDelayMs: 1_000 } }),
  },
];
