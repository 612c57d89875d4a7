import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byteLimits } from '@finauth-sdk/client';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFinAuth } from '../createFinAuth.ts';
import { FinAuthClosedError, FinAuthInputError } from '../errors.ts';
import { inspectSign } from '../signature/inspectSign.ts';
import { readFiles } from './readFiles.ts';

const jpeg = (...more: number[]): Blob => new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, ...more)], { type: 'image/jpeg' });
const types = { photo: { 'image/jpeg': 'ffd8ff', 'image/png': '89504e470d0a1a0a' } };
const bytesOf = async (blob: unknown): Promise<number[]> => [...new Uint8Array(await (blob as Blob).arrayBuffer())];

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'finauth-files-'))));
afterAll(() => rm(folder, { recursive: true }));

describe('readFiles', () => {
  it('gives each file as a copy, with its name and type, and every other field as it was', async () => {
    const named = new File([jpeg(1, 2)], 'face.jpg', { type: 'image/jpeg' });
    const { fields, issues } = await readFiles({ photo: named, more: [jpeg(3), 'text'], note: 'a note' }, types);
    expect(issues).toEqual([]);
    expect(fields['note']).toBe('a note');
    expect(fields['photo']).not.toBe(named);
    expect(fields['photo']).toMatchObject({ name: 'face.jpg', type: 'image/jpeg' });
    expect(await bytesOf(fields['photo'])).toEqual([0xff, 0xd8, 0xff, 0xe0, 1, 2]);
    expect(await bytesOf((fields['more'] as Blob[])[0])).toEqual([0xff, 0xd8, 0xff, 0xe0, 3]);
    expect((fields['more'] as unknown[])[1]).toBe('text');
  });

  it.each([
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), true],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff), true],
    ['a GIF', Buffer.from('GIF89a'), false],
    ['a PNG whose line ends were changed', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0a, 0x1a, 0x0a, 0), false],
    ['a JPEG that is cut', Uint8Array.of(0xff, 0xd8), false],
    ['an empty file', new Uint8Array(), false],
    ['a HEIC', Buffer.from('\0\0\0\u0018ftypheic'), false],
  ])('judges %s by how it begins, whatever its type is said to be', async (_, bytes, isRight) => {
    const { issues } = await readFiles({ photo: new Blob([bytes], { type: 'image/jpeg' }) }, types);
    const expected = {
      field: 'photo',
      rule: 'x-fileTypes',
      message: expect.stringMatching(/^photo must be a file of the type image\/jpeg or image\/png/),
    };
    expect(issues).toEqual(isRight ? [] : [expected]);
  });

  it('says which file cannot be read, and not what it is called', async () => {
    const gone = join(folder, 'Jane-Doe.jpg');
    await writeFile(gone, Uint8Array.from(await bytesOf(jpeg(1))));
    const blob = await openAsBlob(gone);
    await rm(gone);
    const { issues } = await readFiles({ more: [jpeg(), blob] });
    expect(issues).toEqual([{ field: 'more.1', rule: 'readable', message: expect.stringMatching(/^more\.1 cannot be read: /) }]);
    expect(JSON.stringify(issues)).not.toContain('Jane');
  });

  it('says the same of one that has changed since it was opened', async () => {
    const path = join(folder, 'changes.jpg');
    await writeFile(path, Uint8Array.from(await bytesOf(jpeg(1))));
    const blob = await openAsBlob(path);
    await writeFile(path, Uint8Array.from(await bytesOf(jpeg(1, 2, 3))));
    expect((await readFiles({ photo: blob }, types)).issues).toMatchObject([{ field: 'photo', rule: 'readable' }]);
  });
});

describe('a call with a file', () => {
  const verify = { biz_token: 'a-token', verify_id: 'a-scene', comparison_type: '0' as const };

  it('sends the same bytes in each attempt, signed anew, though the file on disk goes after the first', async () => {
    const path = join(folder, 'face.jpg');
    await writeFile(path, Uint8Array.from(await bytesOf(jpeg(7, 8, 9))));
    const sent: { sign: string; bytes: number[] }[] = [];
    const finauth = createFinAuth({
      baseUrl: 'http://127.0.0.1:9',
      credentials: { apiKey: 'key', apiSecret: 'secret' },
      jitter: () => 0,
      async fetch(url, init) {
        const form = await new Request(url, init).formData();
        sent.push({ sign: String(form.get('sign')), bytes: await bytesOf(form.get('image_ref1')) });
        if (sent.length === 1) await rm(path);
        return sent.length < 3 ? Response.json({ error: 'INTERNAL_ERROR' }, { status: 500 }) : Response.json(exampleAnswers.verify);
      },
    });
    await finauth.verify({ ...verify, image_ref1: await openAsBlob(path) });
    expect(sent.map(({ bytes }) => bytes)).toEqual(Array.from({ length: 3 }, () => [0xff, 0xd8, 0xff, 0xe0, 7, 8, 9]));
    expect(new Set(sent.map(({ sign }) => inspectSign(sign).random)).size).toBe(3);
  });

  it.each([
    ['no photo where one is compared', { ...verify }, 'image_ref1', 'x-requiredWhen'],
    ['no name where an identity is checked', { ...verify, comparison_type: '1', idcard_number: '1' }, 'idcard_name', 'x-requiredWhen'],
    ['no number where an identity is checked', { ...verify, comparison_type: '1', idcard_name: 'A' }, 'idcard_number', 'x-requiredWhen'],
    [
      'a photo that is too large',
      { ...verify, image_ref1: new Blob([new Uint8Array(byteLimits.verify.image_ref1 + 1)]) },
      'image_ref1',
      'x-maxBytes',
    ],
    ['a photo that is none', { ...verify, image_ref1: new Blob(['a text']) }, 'image_ref1', 'x-fileTypes'],
    ['the path of a photo', { ...verify, image_ref1: '/tmp/Jane-Doe.jpg' }, 'image_ref1', 'x-binary'],
    ['a comparison that there is not', { ...verify, comparison_type: '2' }, 'comparison_type', 'enum'],
    ['a comparison that is a number', { ...verify, comparison_type: 0 }, 'comparison_type', 'type'],
  ])('is not sent with %s', async (_, input, field, rule) => {
    let calls = 0;
    const finauth = createFinAuth({
      baseUrl: 'http://127.0.0.1:9',
      credentials: { apiKey: 'key', apiSecret: 'secret' },
      fetch: async () => Response.json((calls++, exampleAnswers.verify)),
    });
    const error = await finauth.verify(input as never).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FinAuthInputError);
    expect((error as FinAuthInputError).issues).toContainEqual(expect.objectContaining({ field, rule }));
    expect(calls).toBe(0);
    expect((error as Error).message).not.toContain('Jane');
  });

  /** A file on a disk that does not answer until it is told to. */
  const slowFile = (): { file: Blob; answer: () => void } => {
    const file = jpeg(1);
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const bytes = file.arrayBuffer();
    Object.defineProperty(file, 'arrayBuffer', { value: () => answered.then(() => bytes) });
    return { file, answer };
  };

  it('counts the time that a file takes, says so, and goes no further once it is over', async () => {
    const { file, answer } = slowFile();
    let ran = 0;
    const finauth = createFinAuth({
      baseUrl: 'http://127.0.0.1:9',
      credentials: { apiKey: 'key', apiSecret: 'secret' },
      retry: { totalTimeoutMs: 20 },
      middleware: [(call, next) => (ran++, next(call))],
    });
    await expect(finauth.verify({ ...verify, image_ref1: file })).rejects.toThrow(/longer than 20 ms in all .* It was reading a file\.$/);
    answer();
    await new Promise((resolve) => setImmediate(resolve));
    expect(ran).toBe(0);
  });

  it('is ended by an abort, and by close(), while it reads a file', async () => {
    const finauth = createFinAuth({ baseUrl: 'http://127.0.0.1:9', credentials: { apiKey: 'key', apiSecret: 'secret' } });
    const leaving = new AbortController();
    const aborted = finauth.verify({ ...verify, image_ref1: slowFile().file }, { signal: leaving.signal });
    leaving.abort('gone');
    await expect(aborted).rejects.toBe('gone');
    const closed = finauth.verify({ ...verify, image_ref1: slowFile().file }).catch((error: unknown) => error);
    await finauth.close({ timeoutMs: 0 });
    expect(await closed).toBeInstanceOf(FinAuthClosedError);
  });

  it('reads a long answer, and one whose parts of no weight are odd', async () => {
    const odd = {
      result_code: '1000',
      result_message: 'SUCCESS',
      time_used: null,
      verification: { ref1: { confidence: '91.2', thresholds: null } },
      attack_result: null,
      images: { image_best: 'x'.repeat(3_000_000) },
      something: [{ new: true }],
    };
    const finauth = createFinAuth({
      baseUrl: 'http://127.0.0.1:9',
      credentials: { apiKey: 'key', apiSecret: 'secret' },
      fetch: async () => Response.json(odd),
    });
    await expect(finauth.verify({ ...verify, image_ref1: jpeg() })).resolves.toEqual(odd);
  });
});
