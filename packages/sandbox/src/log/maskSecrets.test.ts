import { signatureScheme } from '@finauth-sdk/client';
import { expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../startSandbox.ts';
import { signByHand } from '../testing/call.ts';
import { PATH } from '../testing/limitedSandbox.ts';
import { form, http, part, rawRequest } from '../testing/rawRequest.ts';

const credentials = { apiKey: 'a-key', apiSecret: 'S3cret+of/this=test "and more"' };
// What is looked for: any twelve characters in a row of either, as they are and as a URL has them.
const PIECE = 12;

const version = part('sign_version', signatureScheme.algorithm);

type Place = readonly [where: string, request: (text: string) => Buffer];

const places: readonly Place[] = [
  ['the path', (text) => http(`POST ${PATH}/${encodeURI(text)} HTTP/1.1`)],
  ['the path, percent-encoded', (text) => http(`POST /x/${encodeURIComponent(text)} HTTP/1.1`)],
  ['a segment of the path before it', (text) => http(`POST /${encodeURIComponent(text)}${PATH} HTTP/1.1`)],
  ['the query', (text) => http(`POST ${PATH}?sign=${encodeURIComponent(text)} HTTP/1.1`)],
  ['the name of an unknown field', (text) => form(PATH, part(quoted(text), 'x'))],
  ['the name of an unknown field, with something before it', (text) => form(PATH, part(`sign_${quoted(text)}`, 'x'))],
  ['the name of an unknown field, where a name is cut', (text) => form(PATH, part(`${'-'.repeat(70)}${quoted(text)}`, 'x'))],
  // The answer's error names the field that did not arrive whole.
  [
    'the error',
    (text) => http(`POST ${PATH} HTTP/1.1\nContent-Type: multipart/form-data; boundary=line`, part(quoted(text), 'x').slice(0, -2)),
  ],
  ['the content type', (text) => http(`POST ${PATH} HTTP/1.1\nContent-Type: ${text}`, 'x')],
  ['the content encoding', (text) => http(`POST ${PATH} HTTP/1.1\nContent-Type: multipart/form-data\nContent-Encoding: ${text}`, 'x')],
  ['the boundary', (text) => http(`POST ${PATH} HTTP/1.1\nContent-Type: multipart/form-data; boundary="${quoted(text)}"`, '--x')],
  ['the liveness_id', (text) => form(PATH, part('sign', 'AAAA'), version, part('liveness_id', text))],
  ['a liveness_id that would be a test’s', (text) => form(PATH, part('sign', 'AAAA'), version, part('liveness_id', `sandbox-${text}`))],
  ['the sign_version', (text) => form(PATH, part('sign', 'AAAA'), part('sign_version', text), part('liveness_id', 'x'))],
  ['the sign', (text) => form(PATH, part('sign', text), version, part('liveness_id', 'x'))],
  [
    'the sign, as a file',
    (text) => form(PATH, part('sign', text, `; filename="${quoted(text)}"`), part('sign_version', 'x'), part('liveness_id', 'x')),
  ],
  ['a uuid, twice', (text) => form(PATH, part('uuid', text), part('uuid', text))],
  ['a uuid, in lines', (text) => form(PATH, part('uuid', text.replaceAll(/.{40}/g, '$&\r\n')))],
  ['a uuid, as a form has it', (text) => form(PATH, part('uuid', encodeURIComponent(text)))],
  ['a uuid, as a form has it twice', (text) => form(PATH, part('uuid', encodeURIComponent(encodeURIComponent(text))))],
  [
    'a uuid, in the alphabet of URLs',
    (text) => form(PATH, part('uuid', text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))),
  ],
  ['a uuid, with its pluses lost', (text) => form(PATH, part('uuid', text.replaceAll('+', ' ')))],
  ['a request that is none', (text) => Buffer.from(`${text}\r\n\r\n`)],
];

it.each(places)('shows no signature in %s', async (_where, request) => {
  await using sandbox = await startSandbox({ credentials });
  // One that has all that a URL would encode.
  let sign = '';
  while (!/\+.*\/|\/.*\+/.test(sign)) sign = signByHand(sandbox);
  await rawRequest(sandbox.url, request(sign), { halfClose: true });
  expectNone(sandbox, [sign, encodeURIComponent(sign), sign.replaceAll('+', '-').replaceAll('/', '_')]);
});

// A secret is no Base64, and has no other alphabet.
it.each(places.filter(([where]) => !where.includes('alphabet')))('shows no secret in %s', async (_where, request) => {
  await using sandbox = await startSandbox({ credentials });
  const { apiSecret } = credentials;
  await rawRequest(sandbox.url, request(apiSecret), { halfClose: true });
  expectNone(sandbox, [apiSecret, encodeURIComponent(apiSecret), JSON.stringify(apiSecret)]);
});

it('shows what is long and no signature', async () => {
  await using sandbox = await startSandbox({ credentials });
  const uuid = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';
  await rawRequest(sandbox.url, form(PATH, part('uuid', uuid)));
  expect(sandbox.requests[0]!.fields.uuid).toBe(uuid);
});

function expectNone(sandbox: Sandbox, texts: readonly string[]): void {
  expect(sandbox.requests).toHaveLength(1);
  const shown = JSON.stringify(sandbox.requests);
  for (const text of texts) {
    for (let start = 0; start + PIECE <= text.length; start++) expect(shown).not.toContain(text.slice(start, start + PIECE));
  }
}

/** What may stand between quotes in a header. */
function quoted(text: string): string {
  return text.replaceAll('"', '\\"');
}
