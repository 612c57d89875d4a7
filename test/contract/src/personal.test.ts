import { personalFields } from '@finauth-sdk/client';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { createFinAuth, FinAuthError, type FinAuthEvent, type FinAuthOptions } from '@finauth-sdk/signing';
import { answers, repeatsTheRequest, succeeds } from '@finauth-sdk/test-faults/faults';
import { createFaultServer, type Fault, type FaultServer } from '@finauth-sdk/test-faults/faultServer';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';

// Names and numbers of nobody, in more than one way of writing.
const people = [
  { idcard_name: 'Canary Featherstone', idcard_number: '730915198802294417' },
  { idcard_name: 'Gül Ağça', idcard_number: 'X98-44.17/2' },
  { idcard_name: '李雷', idcard_number: '73091519880229441X' },
  { idcard_name: 'Ng', idcard_number: 'A1' },
  // Words that an error may show, unless they are somebody's name.
  { idcard_name: 'Brand Corporate', idcard_number: '7309-1519' },
] as const;
const picture = Buffer.from('canary picture of a face').toString('base64');
const photoBytes = Buffer.concat([Uint8Array.of(0xff, 0xd8, 0xff), Buffer.from('canary photo')]);

type Person = (typeof people)[number];
type Leak = [string, (person: Person) => Fault, Partial<FinAuthOptions>?];

/** Servers that give back, one way or another, whom they were asked about. */
const leaks: Leak[] = [
  ['repeats the request in a page', () => repeatsTheRequest(502, ({ body }) => `<pre>${body.toString()}</pre>`)],
  ['repeats the request in an error', () => repeatsTheRequest(500, ({ body }) => body.toString())],
  ['repeats the name as a detail', ({ idcard_name }) => answers(400, { error: `BAD_ARGUMENTS: ${idcard_name}` })],
  ['repeats the name as a code', ({ idcard_name }) => answers(400, { error: idcard_name })],
  ['repeats a half of the name', ({ idcard_name }) => answers(403, { error: `NO_SUCH: ${idcard_name.split(' ')[0]}` })],
  ['repeats the name in capitals', ({ idcard_name }) => answers(403, { error: idcard_name.toUpperCase().replaceAll(' ', '_') })],
  ['repeats the name percent-encoded', ({ idcard_name }) => answers(403, { error: `E: ${encodeURIComponent(idcard_name)}` })],
  ['repeats the name as Base64', ({ idcard_name }) => answers(403, { error: `E: ${Buffer.from(idcard_name).toString('base64')}` })],
  ['repeats the number as a detail', ({ idcard_number }) => answers(400, { error: `BAD_ARGUMENTS: ${idcard_number}` })],
  ['repeats the end of the number', ({ idcard_number }) => answers(500, `number ending in ${idcard_number.slice(-4)} failed`)],
  ['repeats the number in groups', ({ idcard_number }) => answers(500, idcard_number.replace(/.{4}/g, '$& '))],
  ['repeats the name as a request_id', ({ idcard_name }) => answers(403, { error: 'E', request_id: idcard_name.replaceAll(' ', '-') })],
  ['repeats the number as a request_id', ({ idcard_number }) => answers(403, { error: 'E', request_id: idcard_number })],
  [
    'redirects to a place that has the name in it',
    ({ idcard_name }) => answers(302, '', { location: `https://elsewhere.example/${encodeURIComponent(idcard_name)}` }),
  ],
  ['answers a picture, and no result', () => answers(200, { images: { image_best: picture } })],
  ['answers a picture, and an error', () => answers(500, { error: `E: ${picture}`, images: { image_best: picture } })],
  ['answers a picture, and breaks off', () => answers(200, `{"images":{"image_best":"${picture}`)],
  ['answers a picture in a page', () => answers(502, `<img src="data:image/jpeg;base64,${picture}">`)],
  [
    'is a fetch that throws whom it was asked about',
    () => succeeds,
    { fetch: async (_url, init) => Promise.reject(Object.assign(new Error(await asText(init)), { init })) },
  ],
];

let server: FaultServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe.each(people)('nothing of $idcard_name is in the error or an event of a server that', (person) => {
  it.each(leaks)('%s', async (_, faultOf, options) => {
    server = await createFaultServer({ faults: [faultOf(person)] });
    const events: FinAuthEvent[] = [];
    const credentials = { apiKey: 'key-of-no-person', apiSecret: 'secret-of-no-person' };
    const finauth = createFinAuth({ baseUrl: server.url, credentials, retry: false, onEvent: (event) => events.push(event), ...options });
    const error = await finauth
      .verify({ biz_token: 'a-token', verify_id: 'a-scene', comparison_type: '1', ...person })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FinAuthError);
    if (options === undefined) expect(server.requests).toHaveLength(1);
    expectNothingOf(person, [
      inspect(error, { depth: 20, showHidden: true }),
      JSON.stringify(error),
      String((error as Error).stack),
      inspect(events, { depth: 20 }),
    ]);
  });
});

it('nothing of a person is in the error of an input that is refused', async () => {
  const finauth = createFinAuth({ baseUrl: 'http://127.0.0.1:9', credentials: { apiKey: 'k', apiSecret: 's' } });
  const [person] = people;
  const photo = new File([photoBytes], 'Canary-Featherstone.jpg');
  for (const input of [
    { comparison_type: '1', ...person, idcard_number: 730915198802294 },
    { comparison_type: '1', idcard_name: person.idcard_name },
    { comparison_type: '1', ...person, idcard_name: [person.idcard_name] },
    { comparison_type: '0', image_ref1: photo, ...person, extra: person.idcard_name },
    { comparison_type: '0', image_ref1: photoBytes.toString('base64') },
    { comparison_type: '0', image_ref1: new File(['no picture'], 'Canary-Featherstone.jpg') },
    { comparison_type: '1', ...person, idcard_name: `${person.idcard_name}\n` },
  ]) {
    const error = await finauth.verify({ biz_token: 't', verify_id: 'v', ...input } as never).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'ERR_INPUT' });
    expectNothingOf(person, [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error)]);
  }
});

it('the request_id of an answer is still told, and what is known of an error', async () => {
  const [person] = people;
  const request_id = '1800000001,c7d0a8f2-64b1-4e53-9a0e-3f1b5d7c9e28';
  server = await createFaultServer({ faults: [answers(403, { error: 'DATA_DESTROYED', request_id })] });
  const finauth = createFinAuth({ baseUrl: server.url, credentials: { apiKey: 'k', apiSecret: 'a-secret' }, retry: false });
  const call = finauth.verify({ biz_token: 't', verify_id: 'v', comparison_type: '1', ...person });
  await expect(call).rejects.toMatchObject({ code: 'DATA_DESTROYED', requestId: request_id });
});

it('the fields that hold data of a person are in a list, for a log to leave out', () => {
  expect(personalFields.verify).toEqual({ request: ['image_ref1', 'idcard_name', 'idcard_number'], answer: ['verification', 'images'] });
  expect(exampleAnswers.verify).toHaveProperty('images');
});

function expectNothingOf({ idcard_name, idcard_number }: Person, texts: string[]): void {
  // Durations, ports and places in the code are of this run and this machine: now and then four digits of them, or the name of a folder, are those of a person.
  const own = /\b\w+Ms"?: ?[\d.e-]+|127\.0\.0\.1:\d+|(?<=^\s*at .*)(?:file:\/\/)?(?:\/|[A-Z]:\\)\S+:\d+:\d+/gm;
  const fold = (text: string): string => text.replaceAll('\\n', '\n').replaceAll(own, '').normalize('NFKC').toLowerCase();
  const pieces = [
    ...idcard_name.split(' '),
    idcard_number,
    idcard_number.slice(-4),
    picture.slice(0, 10),
    Buffer.from(idcard_name).toString('base64').slice(0, 8),
  ];
  // Two letters may be in any text, and are looked for as a word.
  for (const text of texts)
    for (const piece of pieces.map(fold).filter((each) => each.length > 0)) {
      const found =
        piece.length > 3 ? fold(text).includes(piece) : new RegExp(`(?<![\\p{L}\\p{N}])${piece}(?![\\p{L}\\p{N}])`, 'u').test(fold(text));
      expect(found, `${piece} in ${text}`).toBe(false);
    }
}

async function asText(init: RequestInit | undefined): Promise<string> {
  return new Response(init?.body ?? null).text();
}
