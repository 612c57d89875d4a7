import { answers, repeatsTheRequest, writes } from '../faults.ts';
import { asHtml, chunked, gateway, htmlEscaped, lost, notTheApis, once, rawOf, refused, signOf, thrice, type Row } from './row.ts';

/** Faults that would have the signature come out again. */
export const echoRows: readonly Row[] = [
  {
    fault: 'a 502 page with the whole request',
    faults: repeatsTheRequest(502, ({ body }) => `<pre>${body.toString()}</pre>`, asHtml),
    sees: gateway(502),
    ...thrice,
  },
  {
    fault: 'a 502 page with the HTML-escaped signature',
    faults: repeatsTheRequest(502, (request) => `<p>${htmlEscaped(signOf(request))} ${htmlEscaped(rawOf(request))}</p>`),
    sees: gateway(502),
    ...thrice,
  },
  {
    fault: 'a 502 page with the percent-encoded signature',
    faults: repeatsTheRequest(502, (request) => `sign=${encodeURIComponent(signOf(request))}&${encodeURIComponent(rawOf(request))}`),
    sees: gateway(502),
    ...thrice,
  },
  {
    fault: 'a page that is cut within the signature',
    faults: repeatsTheRequest(403, (request) => `${' '.repeat(3_950)}${signOf(request)}`),
    sees: notTheApis(403),
    ...once,
  },
  {
    fault: 'a page that is cut within the raw string',
    faults: repeatsTheRequest(403, (request) => `${' '.repeat(3_970)}${rawOf(request)}`),
    sees: notTheApis(403),
    ...once,
  },
  {
    fault: 'a detail that repeats the signature',
    faults: repeatsTheRequest(400, (request) => JSON.stringify({ error: `BAD_ARGUMENTS: ${signOf(request)}` })),
    sees: refused(400, 'BAD_ARGUMENTS', '[withheld: it repeats the signature]'),
    ...once,
  },
  {
    fault: 'a code that repeats the raw string',
    faults: repeatsTheRequest(403, (request) => JSON.stringify({ error: rawOf(request) })),
    sees: refused(403, '[withheld: it repeats the signature]'),
    ...once,
  },
  {
    fault: 'a request_id that repeats the signature',
    faults: repeatsTheRequest(403, (request) => JSON.stringify({ error: 'AUTHENTICATION_ERROR', request_id: signOf(request) })),
    sees: refused(403, 'AUTHENTICATION_ERROR'),
    ...once,
  },
  {
    fault: 'a 200 that repeats the signature, and no token',
    faults: repeatsTheRequest(200, (request) => JSON.stringify({ request_id: 'r', sign: signOf(request) })),
    sees: notTheApis(200),
    ...once,
  },
  {
    fault: 'a redirect that repeats the signature',
    faults: (socket, request) => answers(302, '', { location: `/?sign=${encodeURIComponent(signOf(request))}` })(socket, request),
    sees: notTheApis(302),
    ...once,
  },
  {
    fault: 'a status line that repeats the signature',
    faults: (socket, request) => writes(`${signOf(request)}\r\n\r\n`)(socket, request),
    sees: lost,
    ...thrice,
  },
  {
    fault: 'a broken chunk that repeats the signature',
    faults: (socket, request) => writes(chunked, `${signOf(request)}\r\n`)(socket, request),
    sees: lost,
    ...thrice,
  },
];
