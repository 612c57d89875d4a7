import { gzipSync } from 'node:zlib';
import { answers, emptyBlocks, endlessName, floods, goodAnswer } from '../faults.ts';
import {
  ALL,
  asHtml,
  chunked,
  html,
  json,
  lost,
  MIB,
  nested,
  notTheApis,
  once,
  thrice,
  timedOut,
  TIMEOUTS,
  type Row,
  type Sees,
} from './row.ts';

const holdsAnError: Sees = { ...notTheApis(200), says: /holds an error/ };
const tooLong: Sees = { ...notTheApis(200), says: /longer than 1048576 bytes/ };
// Of what comes over the wire a fetch tells nothing as long as nothing comes out of it.
const overFetch = { sees: timedOut, attempts: 3, takesMs: TIMEOUTS, stalls: ALL };
const CODINGS = 30;

/** Answers that are not what the API promises. */
export const bodyRows: readonly Row[] = [
  { fault: 'empty 200', faults: answers(200, ''), sees: notTheApis(200), ...once },
  { fault: '204', faults: answers(204, ''), sees: notTheApis(204), ...once },
  { fault: 'HTML as 200', faults: answers(200, html, asHtml), sees: notTheApis(200), ...once },
  { fault: '200 without biz_token', faults: answers(200, { ...goodAnswer, biz_token: undefined }), sees: notTheApis(200), ...once },
  {
    fault: '200 with error',
    faults: answers(200, { ...goodAnswer, biz_token: undefined, error: 'INTERNAL_ERROR' }),
    sees: holdsAnError,
    ...once,
  },
  {
    fault: '200 with error and biz_token',
    faults: answers(200, { ...goodAnswer, error: 'INTERNAL_ERROR' }),
    sees: holdsAnError,
    ...once,
  },
  { fault: '200 with error and nothing else', faults: answers(200, { error: 'INTERNAL_ERROR' }), sees: holdsAnError, ...once },
  { fault: '200 with an array', faults: answers(200, [goodAnswer]), sees: notTheApis(200), ...once },
  { fault: '200 with a number', faults: answers(200, '42'), sees: notTheApis(200), ...once },
  { fault: '200 with null', faults: answers(200, 'null'), sees: notTheApis(200), ...once },
  { fault: '200 with a string', faults: answers(200, '"biz_token"'), sees: notTheApis(200), ...once },
  { fault: 'biz_token is a number', faults: answers(200, { ...goodAnswer, biz_token: 7 }), sees: notTheApis(200), ...once },
  { fault: 'biz_token is null', faults: answers(200, { ...goodAnswer, biz_token: null }), sees: notTheApis(200), ...once },
  { fault: 'biz_token is an object', faults: answers(200, { ...goodAnswer, biz_token: {} }), sees: notTheApis(200), ...once },
  { fault: 'biz_token is empty', faults: answers(200, { ...goodAnswer, biz_token: '' }), sees: notTheApis(200), ...once },
  { fault: 'truncated JSON', faults: answers(200, json.slice(0, -5)), sees: notTheApis(200), ...once },
  { fault: 'truncated JSON of a failure', faults: answers(500, '{"error":"INTERNAL_ER'), sees: notTheApis(500), ...once },
  {
    fault: 'invalid UTF-8 within the biz_token',
    faults: answers(200, Buffer.from(json.replace('biz-token', 'biz\xFFtoken'), 'latin1')),
    sees: notTheApis(200),
    ...once,
  },
  { fault: 'JSON nested ten thousand deep', faults: answers(200, nested), sees: notTheApis(200), ...once },
  { fault: 'an error nested ten thousand deep', faults: answers(500, `{"error":${nested}}`), sees: notTheApis(500), ...once },
  { fault: '__proto__ in place of a good answer', faults: answers(200, `{"__proto__":${json}}`), sees: notTheApis(200), ...once },
  {
    fault: '__proto__ in place of a failure',
    faults: answers(500, '{"__proto__":{"error":"INTERNAL_ERROR"}}'),
    sees: notTheApis(500),
    ...once,
  },
  {
    fault: 'a body without end',
    faults: floods(chunked, Buffer.from(`4000\r\n${' '.repeat(0x4000)}\r\n`)),
    sees: tooLong,
    ...once,
  },
  {
    fault: 'a body without end or chunks',
    faults: floods('HTTP/1.1 200 OK\r\n\r\n', Buffer.alloc(0x4000, ' ')),
    sees: tooLong,
    ...once,
  },
  {
    fault: '50 MB of JSON',
    faults: floods('HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n', Buffer.alloc(MIB, '['), 50),
    sees: tooLong,
    ...once,
  },
  { fault: 'a body one byte too long', faults: answers(200, json.padEnd(MIB + 1)), sees: tooLong, ...once },
  {
    fault: 'a gzip bomb',
    faults: answers(200, gzipSync(Buffer.alloc(100 * MIB, ' ')), { 'content-encoding': 'gzip' }),
    sees: tooLong,
    ...once,
  },
  { fault: 'gzip whose file name has no end', faults: endlessName, sees: notTheApis(200), ...once, overFetch },
  { fault: 'gzip of empty blocks without end', faults: emptyBlocks, sees: notTheApis(200), ...once, overFetch },
  {
    // Each costs memory and time before the first byte is out, so that a chain is taken for an encoding that nobody knows.
    fault: `gzip in gzip, ${CODINGS} deep`,
    faults: answers(
      200,
      Array.from({ length: CODINGS }).reduce<Buffer>((inner) => gzipSync(inner), Buffer.from(json)),
      { 'content-encoding': Array(CODINGS).fill('gzip').join(', ') },
    ),
    sees: notTheApis(200),
    ...once,
    overFetch: { sees: lost, ...thrice },
  },
  {
    fault: 'a gateway page without end',
    faults: floods('HTTP/1.1 403 Forbidden\r\n\r\n', Buffer.alloc(0x4000, 'x')),
    sees: notTheApis(403),
    ...once,
  },
  {
    fault: 'gzip cut off',
    faults: answers(200, gzipSync(json).subarray(0, -12), { 'content-encoding': 'gzip' }),
    sees: notTheApis(200),
    ...once,
  },
  {
    fault: 'plain JSON said to be gzip',
    faults: answers(200, json, { 'content-encoding': 'gzip' }),
    sees: { ...notTheApis(200), says: /content-encoding/ },
    ...once,
  },
  {
    fault: 'unknown content-encoding',
    faults: answers(200, gzipSync(json), { 'content-encoding': 'made-up' }),
    sees: notTheApis(200),
    ...once,
  },
];
