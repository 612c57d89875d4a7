import { byteLimits, signatureScheme } from '@finauth-sdk/client';
import { routes } from '../generated/routes.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../startSandbox.ts';
import { judges } from './judge.ts';
import { form, http, part, rawRequest } from '../testing/rawRequest.ts';
import { signatures } from '../testing/signatures.ts';

// The requests are written as they go over the wire, the API's names among them: this is where the sandbox is held against something not generated. Only
// the signature is one of the algorithm that the spec names.
const PATH = routes.find(({ operationId }) => operationId === 'getBizToken')!.path;
const NOW = 1_800_000_000_000;
const limit = byteLimits.getBizToken.uuid;

const sign = (name: keyof typeof signatures): string => part('sign', signatures[name]);
const VERSION = signatureScheme.algorithm;
const version = part('sign_version', VERSION);
const scene = part('liveness_id', 'example-scene');
const post = (...parts: string[]): Buffer => form(PATH, ...parts);
const signed = (name: keyof typeof signatures): Buffer => post(sign(name), version, scene);
const body = [sign('good'), version, scene].join('') + '--line--\r\n';
const invalid = 'AUTHORIZATION_ERROR: INVALID_SIGN';
const expired = 'AUTHORIZATION_ERROR: EXPIRED_SIGN';

interface Row {
  what: string;
  bytes: Buffer;
  status: number;
  error?: string;
  mistake?: string;
  halfClose?: boolean;
}

const rows: Row[] = [
  // Accepted.
  { what: 'the plain call', bytes: signed('good'), status: 200 },
  { what: 'a signature used again within its window', bytes: signed('good'), status: 200 },
  { what: 'a signature with + and / in it', bytes: signed('plusAndSlash'), status: 200 },
  { what: 'a signature with padding', bytes: signed('padded'), status: 200 },
  { what: 'a random of 0', bytes: signed('goodZeroRandom'), status: 200 },
  { what: 'a signature in its last second', bytes: signed('lastSecond'), status: 200 },
  { what: 'a clock that is ahead', bytes: signed('hourAhead'), status: 200 },
  { what: 'a signature that serves once', bytes: signed('singleUse'), status: 200 },
  { what: 'the fields in another order', bytes: post(scene, version, sign('good')), status: 200 },
  { what: 'a uuid', bytes: post(sign('good'), version, scene, part('uuid', 'user-0042')), status: 200 },
  { what: 'a uuid as long as it may be', bytes: post(sign('good'), version, scene, part('uuid', 'ä'.repeat(limit / 2))), status: 200 },
  { what: 'a field that the API does not have', bytes: post(sign('good'), version, scene, part('colour', 'blue')), status: 200 },
  {
    what: 'parts with a content type',
    bytes: post(sign('good'), version, part('liveness_id', 'x').replace('\r\n\r\n', '\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n')),
    status: 200,
  },
  {
    what: 'a quoted boundary',
    bytes: http(`POST ${PATH} HTTP/1.1\nHost: x\nContent-Type: multipart/form-data; boundary="line"`, body),
    status: 200,
  },
  {
    what: 'a header in capitals',
    bytes: http(`POST ${PATH} HTTP/1.1\nHOST: x\nCONTENT-TYPE: MULTIPART/FORM-DATA; BOUNDARY=line`, body),
    status: 200,
  },
  { what: 'a query behind the path', bytes: form(`${PATH}?a=b`, sign('good'), version, scene), status: 200 },
  {
    what: 'a body in chunks',
    bytes: Buffer.from(
      `POST ${PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=line\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    ),
    status: 200,
  },
  {
    what: 'text before the first boundary and behind the last',
    bytes: http(`POST ${PATH} HTTP/1.1\nHost: x\nContent-Type: multipart/form-data; boundary=line`, `preamble\r\n${body}epilogue`),
    status: 200,
  },

  // Path and method.
  { what: 'another path', bytes: form(`${PATH}_too`, sign('good'), version, scene), status: 404, error: 'API_NOT_FOUND' },
  { what: 'a slash too many at the end', bytes: form(`${PATH}/`, sign('good'), version, scene), status: 404, error: 'API_NOT_FOUND' },
  { what: 'a base URL with a path', bytes: form(`/api${PATH}`, sign('good'), version, scene), status: 404, error: 'API_NOT_FOUND' },
  { what: 'a path in capitals', bytes: form(PATH.toUpperCase(), sign('good'), version, scene), status: 404, error: 'API_NOT_FOUND' },
  { what: 'GET', bytes: http(`GET ${PATH} HTTP/1.1\nHost: x`), status: 404, error: 'API_NOT_FOUND' },
  {
    what: 'PUT',
    bytes: http(`PUT ${PATH} HTTP/1.1\nHost: x\nContent-Type: multipart/form-data; boundary=line`, body),
    status: 404,
    error: 'API_NOT_FOUND',
  },
  { what: 'POST to the page', bytes: http('POST / HTTP/1.1\nHost: x'), status: 404, error: 'API_NOT_FOUND' },

  // Missing.
  { what: 'no body', bytes: http(`POST ${PATH} HTTP/1.1\nHost: x`), status: 400, error: 'MISSING_ARGUMENTS: sign' },
  { what: 'an empty form', bytes: post(), status: 400, error: 'MISSING_ARGUMENTS: sign' },
  {
    what: 'JSON',
    bytes: http(
      `POST ${PATH} HTTP/1.1\nHost: x\nContent-Type: application/json`,
      `{"sign":"${signatures.good}","sign_version":"${VERSION}","liveness_id":"x"}`,
    ),
    status: 400,
    error: 'MISSING_ARGUMENTS: sign',
  },
  {
    what: 'a urlencoded form',
    bytes: http(
      `POST ${PATH} HTTP/1.1\nHost: x\nContent-Type: application/x-www-form-urlencoded`,
      `sign=x&sign_version=${VERSION}&liveness_id=x`,
    ),
    status: 400,
    error: 'MISSING_ARGUMENTS: sign',
  },
  {
    what: 'no boundary',
    bytes: http(`POST ${PATH} HTTP/1.1\nHost: x\nContent-Type: multipart/form-data`, body),
    status: 400,
    error: 'MISSING_ARGUMENTS: sign',
  },
  {
    what: 'another boundary',
    bytes: http(`POST ${PATH} HTTP/1.1\nHost: x\nContent-Type: multipart/form-data; boundary=other`, body),
    status: 400,
    error: 'MISSING_ARGUMENTS: sign',
  },
  { what: 'no sign', bytes: post(version, scene), status: 400, error: 'MISSING_ARGUMENTS: sign' },
  { what: 'no sign_version', bytes: post(sign('good'), scene), status: 400, error: 'MISSING_ARGUMENTS: sign_version' },
  { what: 'no liveness_id', bytes: post(sign('good'), version), status: 400, error: 'MISSING_ARGUMENTS: liveness_id' },
  {
    what: 'a misspelt liveness_id',
    bytes: post(sign('good'), version, part('livenessId', 'x')),
    status: 400,
    error: 'MISSING_ARGUMENTS: liveness_id',
  },
  {
    what: 'no liveness_id, and a bad signature too',
    bytes: post(sign('wrongSecret'), version),
    status: 400,
    error: 'MISSING_ARGUMENTS: liveness_id',
  },
  {
    what: 'no liveness_id, and a bad version too',
    bytes: post(sign('good'), part('sign_version', 'md5')),
    status: 400,
    error: 'MISSING_ARGUMENTS: liveness_id',
  },

  // Bad.
  {
    what: 'another version',
    bytes: post(sign('good'), part('sign_version', 'hmac_md5'), scene),
    status: 400,
    error: 'BAD_ARGUMENTS: sign_version',
  },
  { what: 'an empty sign', bytes: post(part('sign', ''), version, scene), status: 400, error: 'BAD_ARGUMENTS: sign' },
  {
    what: 'an empty liveness_id',
    bytes: post(sign('good'), version, part('liveness_id', '')),
    status: 400,
    error: 'BAD_ARGUMENTS: liveness_id',
  },
  {
    what: 'a uuid of a byte too many',
    bytes: post(sign('good'), version, scene, part('uuid', 'x'.repeat(limit + 1))),
    status: 400,
    error: 'BAD_ARGUMENTS: uuid',
  },
  {
    what: 'a uuid of few characters in too many bytes',
    bytes: post(sign('good'), version, scene, part('uuid', 'ä'.repeat(limit / 2 + 1))),
    status: 400,
    error: 'BAD_ARGUMENTS: uuid',
  },
  { what: 'a liveness_id twice', bytes: post(sign('good'), version, scene, scene), status: 400, error: 'BAD_ARGUMENTS: liveness_id' },
  {
    what: 'a liveness_id as a file',
    bytes: post(sign('good'), version, part('liveness_id', 'x', '; filename="x.txt"')),
    status: 400,
    error: 'BAD_ARGUMENTS: liveness_id',
  },
  {
    what: 'a uuid that is not UTF-8',
    bytes: Buffer.from(post(sign('good'), version, scene, part('uuid', '@@')).toString('latin1').replace('@@', '\xff\xfe'), 'latin1'),
    status: 400,
    error: 'BAD_ARGUMENTS: uuid',
  },
  {
    what: 'a test ID that there is none of',
    bytes: post(sign('good'), version, part('liveness_id', 'sandbox-NO_SUCH')),
    status: 400,
    error: 'BAD_ARGUMENTS: liveness_id',
  },
  {
    what: 'a bad version and a bad uuid: the first in the spec',
    bytes: post(part('uuid', 'x'.repeat(200)), sign('good'), part('sign_version', 'x'), scene),
    status: 400,
    error: 'BAD_ARGUMENTS: sign_version',
  },
  {
    what: 'a bad version and a bad signature',
    bytes: post(sign('wrongSecret'), part('sign_version', 'x'), scene),
    status: 400,
    error: 'BAD_ARGUMENTS: sign_version',
  },
  {
    what: 'a body that ends within a part',
    bytes: http(`POST ${PATH} HTTP/1.1\nHost: x\nContent-Type: multipart/form-data; boundary=line`, body.slice(0, 150)),
    status: 400,
    error: 'BAD_ARGUMENTS: sign',
  },
  {
    what: 'a caller that stops within a part',
    bytes: post(sign('good'), version, scene).subarray(0, -20),
    status: 400,
    error: 'BAD_ARGUMENTS: liveness_id',
    halfClose: true,
  },

  // The usual mistakes.
  { what: 'a hex digest', bytes: signed('hexDigest'), status: 403, error: invalid, mistake: 'hexDigest' },
  { what: 'a hex digest and nothing else', bytes: signed('hexDigestBare'), status: 403, error: invalid, mistake: 'hexDigest' },
  { what: 'a Base64 digest', bytes: signed('base64Digest'), status: 403, error: invalid, mistake: 'base64Digest' },
  { what: 'the URL-safe alphabet', bytes: signed('urlSafe'), status: 403, error: invalid, mistake: 'urlSafeAlphabet' },
  { what: 'percent-encoding', bytes: signed('percentEncoded'), status: 403, error: invalid, mistake: 'percentEncoded' },
  { what: 'a + that became a space', bytes: signed('plusBecameSpace'), status: 403, error: invalid, mistake: 'plusBecameSpace' },
  {
    what: 'a + that became a space, as the first character',
    bytes: signed('plusFirstBecameSpace'),
    status: 403,
    error: invalid,
    mistake: 'plusBecameSpace',
  },
  {
    what: 'spaces around it',
    bytes: post(part('sign', ` ${signatures.good}`), version, scene),
    status: 403,
    error: invalid,
    mistake: 'lineBreaks',
  },
  { what: 'line breaks', bytes: signed('lineBreaks'), status: 403, error: invalid, mistake: 'lineBreaks' },
  { what: 'a line break at the end', bytes: signed('trailingLineBreak'), status: 403, error: invalid, mistake: 'lineBreaks' },
  { what: 'no padding', bytes: signed('notPadded'), status: 403, error: invalid, mistake: 'notPadded' },
  { what: 'no Base64', bytes: signed('notBase64'), status: 403, error: invalid, mistake: 'notBase64' },
  { what: 'Base64 of something else', bytes: signed('garbage'), status: 403, error: invalid, mistake: 'rawMissing' },
  { what: 'Base64 twice', bytes: signed('encodedTwice'), status: 403, error: invalid, mistake: 'encodedTwice' },
  { what: 'a digest that became UTF-8', bytes: signed('digestAsLatin1'), status: 403, error: invalid, mistake: 'digestAsText' },
  { what: 'a digest that was read as UTF-8', bytes: signed('digestAsUtf8'), status: 403, error: invalid, mistake: 'digestAsText' },
  { what: 'the digest behind the raw string', bytes: signed('digestLast'), status: 403, error: invalid, mistake: 'digestLast' },
  { what: 'the digest alone', bytes: signed('digestAlone'), status: 403, error: invalid, mistake: 'rawMissing' },
  { what: 'the raw string alone', bytes: signed('rawAlone'), status: 403, error: invalid, mistake: 'digestMissing' },
  { what: 'an HMAC of another hash', bytes: signed('otherDigest'), status: 403, error: invalid, mistake: 'wrongDigest' },
  { what: 'HMAC-MD5', bytes: signed('md5'), status: 403, error: invalid, mistake: 'wrongDigest' },
  { what: 'a plain hash', bytes: signed('plainHash'), status: 403, error: invalid, mistake: 'notHmac' },
  { what: 'key and message swapped', bytes: signed('swapped'), status: 403, error: invalid, mistake: 'keyAndMessageSwapped' },
  { what: 'b and c before a', bytes: signed('outOfOrder'), status: 403, error: invalid, mistake: 'parametersOutOfOrder' },
  { what: 'c before b', bytes: signed('currentBeforeExpiry'), status: 403, error: invalid, mistake: 'parametersOutOfOrder' },
  { what: 'no random', bytes: signed('noRandom'), status: 403, error: invalid, mistake: 'parametersWrong' },
  { what: 'long names', bytes: signed('longNames'), status: 403, error: invalid, mistake: 'parametersWrong' },
  { what: 'long names and a hex digest', bytes: signed('longNamesHexDigest'), status: 403, error: invalid, mistake: 'hexDigest' },
  { what: 'an empty key', bytes: signed('emptyKey'), status: 403, error: invalid, mistake: 'apiKeyMalformed' },
  { what: 'milliseconds', bytes: signed('milliseconds'), status: 403, error: invalid, mistake: 'milliseconds' },
  { what: 'milliseconds in the current time', bytes: signed('millisecondsCurrent'), status: 403, error: invalid, mistake: 'milliseconds' },
  { what: 'a fraction of a second', bytes: signed('timeFraction'), status: 403, error: invalid, mistake: 'timeMalformed' },
  { what: 'a negative random', bytes: signed('randomNegative'), status: 403, error: invalid, mistake: 'randomNegative' },
  { what: 'a random of eleven digits', bytes: signed('randomTooLong'), status: 403, error: invalid, mistake: 'randomTooLong' },
  { what: 'a random in hex', bytes: signed('randomHex'), status: 403, error: invalid, mistake: 'randomMalformed' },
  { what: 'an empty random', bytes: signed('randomEmpty'), status: 403, error: invalid, mistake: 'randomMalformed' },
  { what: 'another secret', bytes: signed('wrongSecret'), status: 403, error: invalid, mistake: 'wrongSecret' },
  { what: 'a secret with a line break', bytes: signed('secretNewline'), status: 403, error: invalid, mistake: 'secretPadded' },
  { what: 'a secret with a space before it', bytes: signed('secretSpace'), status: 403, error: invalid, mistake: 'secretPadded' },
  { what: 'the key in place of the secret', bytes: signed('apiKeyAsSecret'), status: 403, error: invalid, mistake: 'apiKeyAsSecret' },
  {
    what: 'a line break digested with the raw string',
    bytes: signed('trailingNewline'),
    status: 403,
    error: invalid,
    mistake: 'otherText',
  },
  { what: 'an expiry before the current time', bytes: signed('timesOutOfOrder'), status: 403, error: invalid, mistake: 'timesOutOfOrder' },
  { what: 'the two times swapped', bytes: signed('swappedTimes'), status: 403, error: invalid, mistake: 'timesOutOfOrder' },
  { what: 'an expiry that is the current time', bytes: signed('timesEqual'), status: 403, error: invalid, mistake: 'timesOutOfOrder' },
  { what: 'a key that nobody has', bytes: signed('unknownKey'), status: 403, error: 'AUTHENTICATION_ERROR' },

  // Time.
  { what: 'a signature a second too late', bytes: signed('expired'), status: 403, error: expired, mistake: 'clockOff' },
  { what: 'a clock that is an hour behind', bytes: signed('hourAgo'), status: 403, error: expired, mistake: 'clockOff' },
  { what: 'a duration in place of a time', bytes: signed('duration'), status: 403, error: expired, mistake: 'duration' },
  { what: 'a signature that has served', bytes: signed('singleUse'), status: 403, error: expired, mistake: 'reused' },
];

describe('requests written by hand, signed by openssl', () => {
  let sandbox: Sandbox;
  // The time stands still, so that the last second of a signature is one.
  beforeAll(async () => (sandbox = await startSandbox({ now: () => NOW })));
  afterAll(() => sandbox.close());

  it.each(rows)('$what → $status $error $mistake', async ({ bytes, status, error, mistake, halfClose = false }) => {
    const answer = await rawRequest(sandbox.url, bytes, { halfClose });
    const record = sandbox.requests.at(-1)!;
    const parsed = JSON.parse(answer.body) as Record<string, unknown>;
    expect({ status: answer.status, error: parsed.error, mistake: record.why.mistake }).toEqual({ status, error, mistake });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json', date: new Date(NOW).toUTCString() });
    expect(parsed).toMatchObject({ request_id: expect.stringMatching(/^1800000000,[0-9a-f-]{36}$/), time_used: expect.any(Number) });
    expect(record).toMatchObject({
      status,
      verdict: status === 200 ? 'accepted' : 'refused',
      why: { message: expect.stringMatching(/\w.*[.]$/s) },
    });
  });

  it('shows no signature and no secret in its records', () => {
    const shown = JSON.stringify(sandbox.requests);
    expect(rows.length).toBeGreaterThan(40);
    expect(sandbox.requests).toHaveLength(rows.length);
    expect(shown).not.toContain(sandbox.credentials.apiSecret);
    for (const signature of Object.values(signatures)) expect(shown).not.toContain(signature.slice(0, 20));
  });

  it.each<[string, Buffer, RegExp]>([
    [
      'JSON',
      http(`POST ${PATH} HTTP/1.1\nContent-Type: application/json`, '{}'),
      /The body is application\/json; the API expects multipart\/form-data/,
    ],
    ['no content type', http(`POST ${PATH} HTTP/1.1`, 'x'), /no Content-Type/],
    [
      'compressed',
      http(`POST ${PATH} HTTP/1.1\nContent-Type: multipart/form-data; boundary=line\nContent-Encoding: gzip`, 'x'),
      /encoded as gzip/,
    ],
    ['no boundary', http(`POST ${PATH} HTTP/1.1\nContent-Type: multipart/form-data`, body), /not well-formed multipart: .*Boundary/],
    [
      'a part cut off',
      http(`POST ${PATH} HTTP/1.1\nContent-Type: multipart/form-data; boundary=line`, body.slice(0, 150)),
      /not well-formed multipart/,
    ],
    ['too many parts', post(...Array.from({ length: 300 }, () => part('x', ''))), /more than the 200 parts/],
    ['a field twice', post(sign('good'), version, scene, scene), /more than once/],
    ['a field as a file', post(sign('good'), version, part('liveness_id', 'x', '; filename="x"')), /as a file/],
    ['a base URL with a path', form(`/api${PATH}`), /The base URL has “\/api” after the host/],
    ['a slash too many', form(`${PATH}/`), /an extra slash/],
    ['capitals', form(PATH.toUpperCase()), /upper and lower case/],
    ['GET', http(`GET ${PATH} HTTP/1.1`), /use POST/],
    ['a field too many', post(sign('good'), version, scene, part('colour', 'blue')), /no field “colour”/],
  ])('says what is wrong: %s', async (_what, bytes, message) => {
    await rawRequest(sandbox.url, bytes);
    expect(sandbox.requests.at(-1)!.why.message).toMatch(message);
  });

  it('says of swapped times what they are a second later, too, and when they come again', async () => {
    await using late = await startSandbox({ now: () => NOW + 1_000 });
    await rawRequest(late.url, signed('swappedTimes'));
    await rawRequest(late.url, signed('swappedTimes'));
    const told = { error: invalid, why: { mistake: 'timesOutOfOrder' } };
    expect(late.requests).toMatchObject([told, told]);
  });

  it('says how far a clock is off, and when a signature was kept', async () => {
    await rawRequest(sandbox.url, signed('hourAgo'));
    expect(sandbox.requests.at(-1)).toMatchObject({
      clockOffsetSeconds: -3600,
      why: { expected: expect.stringContaining('1800000000'), got: expect.stringContaining('3500 s too early') },
    });
  });
});

describe('the order of judgement', () => {
  // Each fault together with every later one that it can come with: the earlier decides. What cannot be read has no time to be over, and a
  // signature that serves once has none either, so those few cannot come together. Two of them share an error: the mistake tells them apart.
  const faults: readonly {
    readonly fault: string;
    readonly error: string;
    readonly sign: keyof typeof signatures;
    readonly mistake?: string;
  }[] = [
    { fault: 'path', error: 'API_NOT_FOUND', sign: 'hexDigest' },
    { fault: 'missing', error: 'MISSING_ARGUMENTS: liveness_id', sign: 'hexDigest' },
    { fault: 'bad', error: 'BAD_ARGUMENTS: sign_version', sign: 'hexDigest' },
    { fault: 'unreadable', error: invalid, sign: 'hexDigest', mistake: 'hexDigest' },
    { fault: 'key', error: 'AUTHENTICATION_ERROR', sign: 'unknownKeyWrongSecretSwappedTimesExpired' },
    { fault: 'digest', error: invalid, sign: 'wrongSecretSwappedTimesExpired', mistake: 'wrongSecret' },
    { fault: 'digest, of times in order', error: invalid, sign: 'wrongSecretExpired', mistake: 'wrongSecret' },
    { fault: 'times', error: invalid, sign: 'swappedTimesExpired', mistake: 'timesOutOfOrder' },
    { fault: 'expiry', error: expired, sign: 'expired', mistake: 'clockOff' },
    { fault: 'reuse', error: expired, sign: 'singleUse', mistake: 'reused' },
    { fault: 'keyState', error: 'AUTHORIZATION_ERROR: API_KEY_BE_DISCONTINUED', sign: 'good' },
    { fault: 'address', error: 'AUTHORIZATION_ERROR: IP_NOT_ALLOWED', sign: 'good' },
    { fault: 'quota', error: 'AUTHORIZATION_ERROR: LIMIT_REACHED', sign: 'good' },
    { fault: 'permission', error: 'AUTHORIZATION_ERROR: DENIED', sign: 'good' },
    { fault: 'concurrency', error: 'CONCURRENCY_LIMIT_EXCEEDED', sign: 'good' },
    { fault: 'scenario', error: 'INTERNAL_ERROR', sign: 'good' },
    { fault: 'failure', error: 'INTERNAL_ERROR', sign: 'good' },
  ];

  it.each(faults)('$fault decides before all that comes after it', async ({ fault, error, sign: name, mistake }) => {
    const from = faults.findIndex((row) => row.fault === fault);
    const has = (other: string): boolean => faults.findIndex((row) => row.fault === other) >= from;
    await using sandbox = await startSandbox({ now: () => NOW });
    // A signature that serves once has served when it comes again.
    if (fault === 'reuse') expect((await rawRequest(sandbox.url, signed(name))).status).toBe(200);
    sandbox.set({
      ...(has('keyState') && { keyState: 'disabled' }),
      ...(has('address') && { allowedAddresses: ['10.0.0.0/8'] }),
      ...(has('quota') && { quota: 0 }),
      ...(has('permission') && { permitted: false }),
      ...(has('concurrency') && { maxConcurrent: 0 }),
      fail: {},
    });
    const parts = [
      sign(name),
      part('sign_version', has('bad') ? 'x' : VERSION),
      ...(has('missing') ? [] : [part('liveness_id', has('scenario') ? sandbox.liveness.INTERNAL_ERROR : 'x')]),
    ];
    const { body: text } = await rawRequest(sandbox.url, form(has('path') ? '/nowhere' : PATH, ...parts));
    const record = sandbox.requests.at(-1)!;
    expect({ error: (JSON.parse(text) as { error: string }).error, mistake: record.why.mistake }).toEqual({ error, mistake });
  });

  it('is the one in the README', async () => {
    const { readFile } = await import('node:fs/promises');
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const places = judges.map(([what]) => readme.indexOf(what));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
  });
});
