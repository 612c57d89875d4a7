import { byRequestOfConnection, halfCloses, succeeds, succeedsAndCloses, writes, writesAndResets } from '../faults.ts';
import { BACKOFF_1, json, length, lost, once, success, thrice, type Row } from './row.ts';

/** Connections that do not come about, or break. */
export const connectionRows: readonly Row[] = [
  {
    fault: 'nothing listening',
    sees: { ...lost, says: /ECONNREFUSED/ },
    ...thrice,
    reach: 0,
    options: ({ closed }) => ({ baseUrl: `http://127.0.0.1:${closed}` }),
  },
  {
    // Of two attempts to connect, node makes one error that has no words of its own.
    fault: 'nothing listening at either of two addresses',
    sees: { ...lost, says: /ECONNREFUSED/ },
    ...thrice,
    reach: 0,
    resolvesTo: ['127.0.0.1', '::1'],
    options: ({ closed }) => ({ baseUrl: `http://two.localhost:${closed}` }),
  },
  // A label of more than 63 characters cannot be in the DNS, so that no resolver has to be asked.
  {
    fault: 'name that does not resolve',
    sees: lost,
    ...thrice,
    reach: 0,
    options: () => ({ baseUrl: `https://${'x'.repeat(64)}.invalid` }),
  },
  {
    fault: 'plain text where TLS is spoken',
    sees: lost,
    ...thrice,
    reach: 0,
    onConnection: (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    options: ({ server }) => ({ baseUrl: `https://127.0.0.1:${server}` }),
  },
  { fault: 'reset as soon as connected', sees: lost, ...thrice, reach: 0, onConnection: (socket) => void socket.resetAndDestroy() },
  { fault: 'reset before the headers', faults: writesAndResets(''), sees: lost, ...thrice },
  { fault: 'reset within the headers', faults: writesAndResets('HTTP/1.1 200 OK\r\nContent-Le'), sees: lost, ...thrice },
  {
    fault: 'reset after the headers',
    faults: writesAndResets(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n`),
    sees: lost,
    ...thrice,
  },
  {
    fault: 'reset within the body',
    faults: writesAndResets(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n{"biz`),
    sees: lost,
    ...thrice,
  },
  { fault: 'half-closed before the headers', faults: halfCloses, sees: lost, ...thrice },
  { fault: 'half-closed within the headers', faults: writes('HTTP/1.1 200 OK\r\nContent-'), sees: lost, ...thrice },
  {
    fault: 'half-closed within the body',
    faults: writes(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n`, json.slice(0, 20)),
    sees: lost,
    ...thrice,
  },
  { fault: 'reset once, then well', faults: [writesAndResets(''), succeeds], sees: success, attempts: 2, takesMs: BACKOFF_1 },
  {
    fault: 'keep-alive connection closed between two calls',
    afterOneCall: true,
    faults: [succeedsAndCloses, succeeds],
    sees: success,
    ...once,
  },
  {
    fault: 'keep-alive connection reset by the second call',
    afterOneCall: true,
    faults: byRequestOfConnection(succeeds, writesAndResets('')),
    sees: success,
    attempts: 2,
    takesMs: BACKOFF_1,
  },
];
