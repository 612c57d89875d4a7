import { answers, answersUntilClose, goodAnswer, head, writes, writesAndStalls } from '../faults.ts';
import { ALL, chunked, json, length, lost, notTheApis, once, success, thrice, timedOut, TIMEOUTS, type Row } from './row.ts';

/** HTTP that is odd, or none. */
export const framingRows: readonly Row[] = [
  { fault: 'status line of rubbish', faults: writes('%%% 200 hello\r\n\r\n'), sees: lost, ...thrice },
  { fault: 'no HTTP at all', faults: writes('SSH-2.0-OpenSSH_9.2\r\n'), sees: lost, ...thrice },
  { fault: 'status line without a number', faults: writes('HTTP/1.1 OK fine\r\n\r\n'), sees: lost, ...thrice },
  { fault: 'HTTP/1.0, until the close', faults: writes('HTTP/1.0 200 OK\r\n\r\n', json), sees: success, ...once },
  {
    fault: 'HTTP/1.0, with a length',
    faults: writes(`HTTP/1.0 200 OK\r\nContent-Length: ${length}\r\n\r\n`, json),
    sees: success,
    ...once,
  },
  {
    fault: 'content-length too long, then the end',
    faults: writes(`HTTP/1.1 200 OK\r\nContent-Length: ${length + 9}\r\n\r\n`, json),
    sees: lost,
    ...thrice,
  },
  {
    fault: 'content-length too long, then nothing',
    faults: writesAndStalls(`HTTP/1.1 200 OK\r\nContent-Length: ${length + 9}\r\n\r\n`, json),
    sees: timedOut,
    attempts: 3,
    takesMs: TIMEOUTS,
    stalls: ALL,
  },
  {
    fault: 'content-length too short',
    faults: writes(`HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: ${length - 9}\r\n\r\n`, json),
    sees: notTheApis(200),
    ...once,
  },
  { fault: 'content-length of rubbish', faults: writes('HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n', json), sees: lost, ...thrice },
  {
    fault: 'two content-lengths that differ',
    faults: writes(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\nContent-Length: 3\r\n\r\n`, json),
    sees: lost,
    ...thrice,
  },
  { fault: 'content-length missing', faults: answersUntilClose(200, goodAnswer), sees: success, ...once },
  {
    fault: 'chunked',
    faults: writes(chunked, `5\r\n${json.slice(0, 5)}\r\n${(length - 5).toString(16)}\r\n${json.slice(5)}\r\n0\r\n\r\n`),
    sees: success,
    ...once,
  },
  {
    fault: 'chunked, one byte in each',
    faults: writes(chunked, [...json].map((byte) => `1\r\n${byte}\r\n`).join(''), '0\r\n\r\n'),
    sees: success,
    ...once,
  },
  { fault: 'chunk size of rubbish', faults: writes(chunked, `zz\r\n${json}\r\n0\r\n\r\n`), sees: lost, ...thrice },
  { fault: 'chunk longer than its size', faults: writes(chunked, `5\r\n${json}\r\n0\r\n\r\n`), sees: lost, ...thrice },
  { fault: 'chunked without a last chunk', faults: writes(chunked, `${length.toString(16)}\r\n${json}\r\n`), sees: lost, ...thrice },
  {
    fault: 'early hints, then well',
    faults: writes('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n', head(200, { 'content-length': String(length) }), json),
    sees: success,
    ...once,
  },
  {
    fault: '101, a change of protocol',
    faults: writes('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n'),
    sees: lost,
    ...thrice,
  },
  { fault: 'headers of 100 kB', faults: answers(200, goodAnswer, { 'x-long': 'x'.repeat(100_000) }), sees: lost, ...thrice },
];
