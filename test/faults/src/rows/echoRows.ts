import { inspectSign } from '@finauth-sdk/signing';
import { answers, repeatsTheRequest, writes } from '../faults.ts';
import {
  asHtml,
  chunked,
  gateway,
  hexEscaped,
  htmlEscaped,
  jsonEscaped,
  lost,
  notTheApis,
  once,
  rawOf,
  refused,
  signOf,
  thrice,
  type Row,
} from './row.ts';
import { onSecondLook } from './redirectRows.ts';

// Neither white space, which is collapsed, nor letters that a signature has, which would make one long run of both. An excerpt ends after 200
// characters, so that each of these cuts what follows it elsewhere, but for the first, which leaves a short secret whole.
const paddings = [130, 150, 170, 182, 195].map((length) => '<br>'.repeat(50).slice(0, length));
const secretsOf = { signature: signOf, 'raw string': rawOf };
const escapings: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['percent-encoded', encodeURIComponent],
  ['HTML-escaped', htmlEscaped],
  ['HTML-escaped in hex', hexEscaped],
  ['JSON-escaped', jsonEscaped],
];

/** Pages whose excerpt would end within the secret. */
const cutRows = Object.entries(secretsOf).flatMap(([what, secretOf]) =>
  escapings.flatMap(([how, escape]) =>
    paddings.map((padding): Row => ({
      fault: `a page cut within the ${what}, ${how}, after ${padding.length}`,
      faults: repeatsTheRequest(403, (request) => padding + escape(secretOf(request)), asHtml),
      sees: notTheApis(403),
      ...once,
    })),
  ),
);

/** Pages that begin with more white space than anybody reads, of which an excerpt keeps none. */
const pastWhiteSpaceRows = Object.entries({ ...secretsOf, 'digest in hex': digestOf }).map(([what, secretOf]): Row => ({
  fault: `a page with the ${what} far down`,
  faults: repeatsTheRequest(403, (request) => '\r\n\t '.repeat(20_000) + secretOf(request), asHtml),
  sees: notTheApis(403),
  ...once,
}));

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
  ...cutRows,
  ...pastWhiteSpaceRows,
  {
    fault: 'a page that breaks the signature into lines',
    faults: repeatsTheRequest(403, (request) => signOf(request).replaceAll(/.{8}/g, '$&\r\n'), asHtml),
    sees: notTheApis(403),
    ...once,
  },
  {
    fault: 'a page with the digest in hex',
    faults: repeatsTheRequest(403, (request) => `expected ${digestOf(request)}`),
    sees: notTheApis(403),
    ...once,
  },
  {
    fault: 'a page with the digest in upper-case hex',
    faults: repeatsTheRequest(403, (request) => `expected ${digestOf(request).toUpperCase()}`),
    sees: notTheApis(403),
    ...once,
  },
  {
    fault: 'a detail with the digest in upper-case hex',
    faults: repeatsTheRequest(403, (request) =>
      JSON.stringify({ error: `AUTHORIZATION_ERROR: INVALID_SIGN, expected ${digestOf(request).toUpperCase()}` }),
    ),
    sees: refused(403, 'AUTHORIZATION_ERROR', '[withheld: it repeats a secret]'),
    ...once,
  },
  {
    fault: 'a detail that repeats the signature',
    faults: repeatsTheRequest(400, (request) => JSON.stringify({ error: `BAD_ARGUMENTS: ${signOf(request)}` })),
    sees: refused(400, 'BAD_ARGUMENTS', '[withheld: it repeats a secret]'),
    ...once,
  },
  {
    fault: 'a code that repeats the raw string',
    faults: repeatsTheRequest(403, (request) => JSON.stringify({ error: rawOf(request) })),
    sees: refused(403, '[withheld: it repeats a secret]'),
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
    ...onSecondLook,
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

function digestOf(request: { sign: string | undefined }): string {
  return Buffer.from(inspectSign(signOf(request)).digest).toString('hex');
}
