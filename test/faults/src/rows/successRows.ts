import { brotliCompressSync, gzipSync } from 'node:zlib';
import { answers, goodAnswer, succeeds } from '../faults.ts';
import { asHtml, json, MIB, nested, once, success, type Row } from './row.ts';

/** Good answers, some of them in an odd wrapping. */
export const successRows: readonly Row[] = [
  { fault: 'well', faults: succeeds, sees: success, ...once },
  { fault: 'well, with 299', faults: answers(299, goodAnswer), sees: success, ...once },
  { fault: 'valid JSON as text/html', faults: answers(200, goodAnswer, asHtml), sees: success, ...once },
  { fault: 'valid JSON without a content type', faults: answers(200, goodAnswer, { 'content-type': '' }), sees: success, ...once },
  {
    fault: 'unknown extra fields',
    faults: answers(200, { ...goodAnswer, extra: { deep: [1] }, expires: 3600 }),
    sees: { success: { ...goodAnswer, extra: { deep: [1] }, expires: 3600 } },
    ...once,
  },
  { fault: 'a BOM before the JSON', faults: answers(200, `\uFEFF${json}`), sees: success, ...once },
  { fault: 'a field nested ten thousand deep', faults: answers(200, `${json.slice(0, -1)},"extra":${nested}}`), sees: success, ...once },
  {
    fault: '__proto__ beside a good answer',
    faults: answers(200, `${json.slice(0, -1)},"__proto__":{"polluted":true}}`),
    sees: success,
    ...once,
  },
  { fault: 'a body just as long as is taken', faults: answers(200, json.padEnd(MIB)), sees: success, ...once },
  { fault: 'gzip', faults: answers(200, gzipSync(json), { 'content-encoding': 'gzip' }), sees: success, ...once },
  { fault: 'brotli', faults: answers(200, brotliCompressSync(json), { 'content-encoding': 'br' }), sees: success, ...once },
  {
    fault: 'unknown content-encoding on plain JSON',
    faults: answers(200, goodAnswer, { 'content-encoding': 'made-up' }),
    sees: success,
    ...once,
  },
];
