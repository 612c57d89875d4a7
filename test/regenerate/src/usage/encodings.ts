// What a user writes once an operation is signed in its query, and another in a body of JSON. Run and type-checked in the copy, against what was generated there.
import { bundle } from '@finauth-sdk/bench/bundle';
import { createClient, getResult as getResultAlone, signatureScheme } from '@finauth-sdk/client';
import { exampleAnswers, exampleInputs } from '@finauth-sdk/client/examples';
import { startMock } from '@finauth-sdk/mock';
import { liveness, startSandbox } from '@finauth-sdk/sandbox';
import {
  createFinAuth,
  createFinAuthWith,
  createSigner,
  FinAuthConnectionError,
  FinAuthInputError,
  type GetResultAnswer,
  type GetResultInput,
  type NoteInput,
  verifySign,
} from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import { getResult } from '@finauth-sdk/signing/operations';
import { undiciTransport } from '@finauth-sdk/signing/undici';
import { answers } from '@finauth-sdk/test-faults/faults';
import { createFaultServer } from '@finauth-sdk/test-faults/faultServer';
import assert from 'node:assert/strict';
import { inspect } from 'node:util';

const sandbox = await startSandbox();
const { credentials } = sandbox;
const undici = undiciTransport();
const node = nodeTransport();
const transports = { fetch: {}, undici: { transport: undici }, node: { transport: node } };
const last = () => sandbox.requests.at(-1)!;
const events: object[] = [];

// Texts that mean something in a URL, a form or JSON arrive as they are, over each transport. A third of all signatures hold a "+".
const tricky = 'a&b=c#d?e+f %2B%\n\r\u2028"\\ü😀;/';
let withPlus = 0;
for (const over of Object.values(transports)) {
  const finauth = createFinAuth({ baseUrl: sandbox.url, credentials, retry: false, onEvent: (event) => events.push(event), ...over });
  const input: GetResultInput = { biz_token: tricky, level: 2, images: false };
  const answer: GetResultAnswer = await finauth.getResult(input);
  assert.equal(answer.passed, exampleAnswers.getResult.passed);
  assert.deepEqual(
    [last().verdict, last().operation, last().method, last().path],
    ['accepted', 'getResult', 'GET', '/finauth/v5/sdk/get_result'],
  );
  assert.deepEqual([last().fields['biz_token'], last().fields['level'], last().fields['images']], [tricky, '2', 'false']);

  const noteInput: NoteInput = { biz_token: tricky, whom: [{ name: 'Ann', age: null }], urgent: true };
  assert.equal((await finauth.note(noteInput)).noted, exampleAnswers.note.noted);
  assert.deepEqual([last().verdict, last().fields['whom'], last().fields['urgent']], ['accepted', '[{"name":"Ann","age":null}]', 'true']);
}
const sent: string[] = [];
const watched = createFinAuth({
  baseUrl: sandbox.url,
  credentials,
  retry: false,
  fetch: (url, init) => {
    sent.push(String(url));
    return fetch(url, init);
  },
});
while (withPlus < 5) {
  await watched.getResult({ biz_token: 'a token' });
  assert.equal(last().verdict, 'accepted');
  const sign = new URL(sent.at(-1)!).searchParams.get('sign')!;
  assert.equal(sent.at(-1)!.includes('+'), false);
  if (sign.includes('+')) withPlus++;
  // Neither the sandbox's log nor an event shows it, in whatever way it is written.
  const shown = JSON.stringify(sandbox.requests) + JSON.stringify(events) + inspect(sandbox.requests, { depth: 9 });
  for (const secret of [sign, encodeURIComponent(sign), credentials.apiSecret]) assert.equal(shown.includes(secret), false);
}

// The sandbox judges the signature of a query by itself.
const forger = createFinAuth({ baseUrl: sandbox.url, credentials: { ...credentials, apiSecret: 'another' } });
await assert.rejects(forger.getResult({ biz_token: 'a token' }), { code: 'AUTHORIZATION_ERROR', detail: 'INVALID_SIGN' });
await assert.rejects(forger.note({ biz_token: 'a token', whom: [] }), { code: 'AUTHORIZATION_ERROR', detail: 'INVALID_SIGN' });
const get = async (query: string, init?: RequestInit) =>
  ((await (await fetch(`${sandbox.url}/finauth/v5/sdk/get_result${query}`, init)).json()) as { error?: string }).error;
const signer = createSigner(credentials);
const signWithPlus = (): string => {
  for (;;) {
    const sign = signer.sign();
    if (sign.includes('+')) return sign;
  }
};
const version = `sign_version=${signatureScheme.algorithm}`;
const fresh = () => `sign=${encodeURIComponent(signer.sign())}&${version}`;
assert.equal(await get(`?${fresh()}&biz_token=x`), undefined);
assert.equal(await get(`?sign=${signWithPlus()}&${version}&biz_token=x`), 'AUTHORIZATION_ERROR: INVALID_SIGN');
assert.match(last().why.message, /\+|space/);
assert.equal(await get(`?${fresh()}`), 'MISSING_ARGUMENTS: biz_token');
assert.equal(await get(`?${fresh()}&biz_token=x&biz_token=y`), 'BAD_ARGUMENTS: biz_token');
assert.equal(await get(`?${fresh()}&biz_token=x&level=high`), 'BAD_ARGUMENTS: level');
assert.equal(await get(`?${fresh()}&biz_token=%ff`), 'BAD_ARGUMENTS: biz_token');
assert.equal(await get(`?${'x=1&'.repeat(300)}${fresh()}&biz_token=x`), 'MISSING_ARGUMENTS: sign');
assert.equal(await get(`?${fresh()}&biz_token=x`, { method: 'POST' }), 'API_NOT_FOUND');
const post = async (body: unknown, type = 'application/json') =>
  (
    (await (
      await fetch(`${sandbox.url}/finauth/v5/sdk/note`, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': type },
      })
    ).json()) as { error?: string }
  ).error;
const signed = () => ({ sign: signer.sign(), sign_version: signatureScheme.algorithm, biz_token: 'x', whom: [] });
assert.equal(await post(signed()), undefined);
assert.equal(await post({ ...signed(), urgent: 'yes' }), 'BAD_ARGUMENTS: urgent');
assert.equal(await post({ ...signed(), biz_token: 5 }), 'BAD_ARGUMENTS: biz_token');
assert.equal(await post({ ...signed(), whom: [{ age: 5 }] }), 'BAD_ARGUMENTS: whom');
assert.equal(await post('no JSON'), 'MISSING_ARGUMENTS: sign');
assert.equal(await post('[]'), 'MISSING_ARGUMENTS: sign');
assert.equal(await post(signed(), 'text/plain'), 'MISSING_ARGUMENTS: sign');

// What breaks the spec is not sent; a line break is nothing that a query or JSON would change.
const count = sandbox.requests.length;
const finauth = createFinAuth({ baseUrl: sandbox.url, credentials, retry: false });
for (const [call, field, rule] of [
  [() => finauth.getResult({} as never), 'biz_token', 'required'],
  [() => finauth.getResult({ biz_token: 'x'.repeat(101) }), 'biz_token', 'x-maxBytes'],
  [() => finauth.getResult({ biz_token: 'x', level: 4 }), 'level', 'maximum'],
  [() => finauth.getResult({ biz_token: 'x', sign: 'mine' } as never), 'sign', 'additionalProperties'],
  [() => finauth.getResult({ biz_token: '\ud800' }), 'biz_token', 'wellFormed'],
  [() => finauth.note({ biz_token: 'x', whom: [{ age: 1 }] } as never), 'whom.0.name', 'required'],
] as const) {
  const error = await call().catch((thrown: unknown) => thrown);
  assert.ok(error instanceof FinAuthInputError);
  assert.deepEqual([error.issues[0]?.field, error.issues[0]?.rule], [field, rule]);
}
assert.equal(sandbox.requests.length, count);
await assert.rejects(finauth.getResult({ biz_token: liveness.INTERNAL_ERROR }), { code: 'INTERNAL_ERROR' });

// On the wire, over each transport: no body and nothing that speaks of one, nothing for a cache to keep; a retry is signed anew.
const fails = answers(500, { error: 'INTERNAL_ERROR' });
for (const [name, over] of Object.entries(transports)) {
  const server = await createFaultServer({
    faults: [fails, answers(200, exampleAnswers.getResult), fails, answers(200, exampleAnswers.note)],
  });
  const client = createFinAuth({ baseUrl: `${server.url}/behind`, credentials, jitter: () => 0, ...over });
  await client.getResult({ biz_token: tricky });
  await client.note({ biz_token: tricky, whom: [] });
  const [first, second, third, fourth] = server.requests;
  for (const { method, headers, body } of [first!, second!]) {
    assert.deepEqual([method, body.length, headers.get('cache-control')?.includes('no-store')], ['GET', 0, true], name);
    for (const header of ['content-type', 'content-length', 'transfer-encoding'])
      assert.equal(headers.get(header), undefined, `${name}: ${header}`);
  }
  for (const { method, headers, body } of [third!, fourth!]) {
    assert.deepEqual(
      [method, headers.get('content-type'), headers.get('content-length')],
      ['POST', 'application/json', String(body.length)],
      name,
    );
    assert.equal((JSON.parse(body.toString()) as NoteInput).biz_token, tricky);
  }
  const queries = [first!, second!].map(({ path }) => new URL(path, server.url));
  for (const { pathname, searchParams } of queries) {
    assert.equal(pathname, '/behind/finauth/v5/sdk/get_result');
    assert.deepEqual([...searchParams.keys()].sort(), ['biz_token', 'sign', 'sign_version']);
    assert.equal(searchParams.get('biz_token'), tricky);
  }
  const signs = [
    ...queries.map(({ searchParams }) => searchParams.get('sign')!),
    ...[third!, fourth!].map(({ body }) => (JSON.parse(body.toString()) as { sign: string }).sign),
  ];
  assert.equal(new Set(signs).size, 4);
  for (const sign of signs) assert.deepEqual(verifySign(sign, credentials.apiSecret), { valid: true });
  await server.close();
}
await Promise.all([undici.close(), node.close()]);

// Who tells what failed tells the URL, as node-fetch and nock do. Neither the signature nor what the user gave may be in the error.
let asked = '';
const failing = createFinAuth({
  baseUrl: sandbox.url,
  credentials,
  retry: false,
  fetch: (url) => {
    asked = String(url);
    throw Object.assign(new Error(`request to ${asked} failed, reason: connect ECONNREFUSED`), { code: 'ECONNREFUSED', url: asked });
  },
});
const lost = await failing.getResult({ biz_token: 'somebody' }).catch((thrown: unknown) => thrown);
assert.ok(lost instanceof FinAuthConnectionError);
assert.match(lost.message, /ECONNREFUSED/);
const sign = new URL(asked).searchParams.get('sign')!;
const shown = inspect(lost, { depth: 9, showHidden: true }) + JSON.stringify(lost) + String(lost.stack);
for (const secret of [sign, encodeURIComponent(sign), sign.slice(0, 12), 'somebody']) assert.equal(shown.includes(secret), false, secret);

// Those alone that a program names, and the generated client by itself.
const small = createFinAuthWith({ getResult }, { baseUrl: sandbox.url, credentials });
assert.deepEqual(Object.keys(small).sort(), ['check', 'close', 'getResult']);
assert.equal((await small.getResult({ biz_token: 'a token' })).passed, true);
// Neither its fields, nor its path, nor how the others are sent are in a bundle that has only this one.
const bundleOf = async (client: string): Promise<string> =>
  Buffer.from(
    await bundle(
      `import { createFinAuth, createFinAuthWith } from '@finauth-sdk/signing'; import * as of from '@finauth-sdk/signing/operations'; console.log(${client});`,
    ),
  ).toString();
const traces = {
  getBizToken: ['get_biz_token', '/uuid', 'finauth-form-boundary'],
  getResult: ['get_result', 'images', 'cache-control'],
  note: ['sdk/note', 'whom'],
};
const all = await bundleOf('createFinAuth()');
for (const id of Object.keys(traces)) {
  const one = await bundleOf(`createFinAuthWith({ ${id}: of.${id} })`);
  for (const [other, its] of Object.entries(traces))
    for (const trace of its) {
      assert.equal(all.includes(trace), true, trace);
      assert.equal(one.includes(trace), id === other, `${trace} in a bundle of ${id}`);
    }
}
const alone = await getResultAlone({
  client: createClient({ baseUrl: sandbox.url }),
  query: { sign: signWithPlus(), sign_version: signatureScheme.algorithm, biz_token: tricky },
});
assert.equal(alone.data?.passed, true);
await sandbox.close();

// Prism, which knows nothing but the spec.
const mock = await startMock();
const mocked = createFinAuth({ baseUrl: mock.url, credentials, retry: false });
assert.deepEqual(await mocked.getResult(exampleInputs.getResult), exampleAnswers.getResult);
assert.deepEqual(await mocked.note(exampleInputs.note), exampleAnswers.note);
await mock.close();

export const typesOnly = [
  // @ts-expect-error -- the signature is not the caller's
  () => finauth.getResult({ biz_token: 'x', sign: 'mine' }),
  // @ts-expect-error -- a number is no text
  () => finauth.getResult({ biz_token: 'x', level: '2' }),
  // @ts-expect-error -- it was not named
  () => small.note({ biz_token: 'x', whom: [] }),
];
