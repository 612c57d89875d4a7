import { operations } from '@finauth-sdk/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeForm } from './encodeForm.ts';

type Fields = Record<string, unknown>;

/** What the generated client and the platform make of the same fields, with our boundary in place of theirs. */
async function byPlatform(fields: Fields, boundary: string): Promise<string> {
  let form: FormData | undefined;
  const client = { post: ({ bodySerializer }: { bodySerializer: (body: unknown) => FormData }) => void (form = bodySerializer(fields)) };
  void operations.getBizToken({ client: client as never, body: {} as never });
  const encoded = new Response(form);
  const theirs = /boundary=(.*)$/.exec(encoded.headers.get('content-type')!)![1]!;
  return (await encoded.text()).replaceAll(theirs, boundary);
}

async function expectAsPlatform(fields: Fields): Promise<void> {
  const { headers, body } = encodeForm(fields)!;
  const contentType = headers['content-type']!;
  const boundary = /^multipart\/form-data; boundary=([\w-]+)$/.exec(contentType)![1]!;
  expect(body).toBe(await byPlatform(fields, boundary));
  // Read back, it is what was given, but for line breaks.
  const back = await new Response(body as string, { headers: { 'content-type': contentType } }).formData();
  const asForm = (text: unknown): string => String(text).replaceAll(/\r\n|\r|\n/g, '\r\n');
  expect([...back.values()]).toEqual(Object.values(fields).map(asForm));
}

const boundaryOfEmpty = /boundary=(.*)$/.exec(encodeForm({ name: '' })!.headers['content-type']!)![1]!;

describe('encodeForm is what the platform makes of', () => {
  it.each<[string, Fields]>([
    ['plain text', { liveness_id: 'scene', uuid: 'user-0042' }],
    ['nothing in a field', { uuid: '' }],
    ['a signature', { sign: 'RpybrtGZ+Xm/cE0g0tU+JTvrSaNhPWNhbmFyeS1rZXk=' }],
    ['CR LF', { uuid: 'a\r\nb\r\n' }],
    ['line breaks of other kinds', { uuid: '\na\rb\n\rc\r' }],
    ['what looks like a part', { uuid: 'a\r\n--x\r\nContent-Disposition: form-data; name="sign"\r\n\r\nforged' }],
    ['quotes and backslashes', { uuid: '"\\"' }],
    ['quotes, line breaks and percent signs in a name', { 'a"b\r\nc\nd\re%22': 'x' }],
    ['a name of nothing but a quote', { '"': 'x' }],
    ['a name of nothing but line breaks', { '\n': 'x', '\r': 'y' }],
    ['letters of other scripts', { uuid: '語ü😀', ü語: 'x' }],
    ['a byte order mark and controls', { uuid: '\ufeff\u0000\u0001\u007f\u2028' }],
    ['the boundary itself', { uuid: boundaryOfEmpty }],
    [
      'the boundary as a line, and the one that would come after it',
      { uuid: `\r\n--${boundaryOfEmpty}--\r\n`, other: `${boundaryOfEmpty}-2` },
    ],
    ['a name that is the boundary', { [boundaryOfEmpty]: 'x' }],
  ])('%s', async (_what, fields) => {
    await expectAsPlatform(fields);
  });

  it('any fields of text', async () => {
    // As fast-check's own `binary`, which first spends half a second on tables.
    const codePoint = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code).toWellFormed());
    const awkward = fc.constantFrom('\r', '\n', '"', '%22', '--', boundaryOfEmpty, `${boundaryOfEmpty}-2`, 'ü', '😀', '\u0000', ' ');
    const text = fc.array(fc.oneof(awkward, fc.string({ unit: codePoint })), { maxLength: 8 }).map((parts) => parts.join(''));
    // An index would come first whatever its place; a name that is empty is no name of a field.
    const name = text.map((text) => `n${text}`);
    await fc.assert(fc.asyncProperty(fc.dictionary(name, text, { minKeys: 1, maxKeys: 5, noNullPrototype: true }), expectAsPlatform));
  });
});

it('takes the first boundary that is in no value', () => {
  const values = ['', '-2', '-3', '-4'].map((end) => `${boundaryOfEmpty}${end}`);
  const contentType = encodeForm(Object.fromEntries(values.map((value, index) => [`name${index}`, value])))!.headers['content-type']!;
  expect(contentType).toMatch(new RegExp(`boundary=${boundaryOfEmpty}-5$`));
});

it.each<[string, unknown]>([
  ['a file', new File(['x'], 'x.txt')],
  ['a number', 7],
  ['a list', ['a', 'b']],
  ['null', null],
])('leaves %s to the platform', (_what, value) => {
  expect(encodeForm({ text: 'x', value })).toBeUndefined();
});
