import { answers, succeeds } from '../faults.ts';
import { asHtml, gateway, html, notTheApis, once, success, thrice, type Row } from './row.ts';

/** Answers of what stands between the client and FinAuth. */
export const gatewayRows: readonly Row[] = [
  { fault: 'HTML 502', faults: answers(502, html, asHtml), sees: gateway(502), ...thrice },
  { fault: 'empty 503', faults: answers(503, ''), sees: gateway(503), ...thrice },
  { fault: 'text 504', faults: answers(504, 'upstream timed out', { 'content-type': 'text/plain' }), sees: gateway(504), ...thrice },
  { fault: 'HTML 502, then 503, then well', faults: [answers(502, html), answers(503, html), succeeds], sees: success, ...thrice },
  {
    fault: '503 with Retry-After: 2',
    faults: answers(503, html, { 'retry-after': '2' }),
    sees: gateway(503),
    attempts: 3,
    takesMs: 4_000,
  },
  { fault: '502 with JSON of another format', faults: answers(502, { message: 'Bad Gateway' }), sees: gateway(502), ...thrice },
  { fault: 'HTML 500', faults: answers(500, html, asHtml), sees: notTheApis(500), ...once },
  { fault: 'HTML 400', faults: answers(400, html, asHtml), sees: notTheApis(400), ...once },
  { fault: 'HTML 401', faults: answers(401, html, asHtml), sees: notTheApis(401), ...once },
  { fault: 'HTML 403', faults: answers(403, html, asHtml), sees: notTheApis(403), ...once },
  { fault: 'HTML 404', faults: answers(404, html, asHtml), sees: notTheApis(404), ...once },
  {
    fault: '413 with text',
    faults: answers(413, 'Request Entity Too Large', { 'content-type': 'text/plain' }),
    sees: notTheApis(413),
    ...once,
  },
  { fault: '418 with text', faults: answers(418, 'short and stout'), sees: notTheApis(418), ...once },
  { fault: '304', faults: answers(304, ''), sees: { ...notTheApis(304), saysNot: /redirect/i }, ...once },
];
