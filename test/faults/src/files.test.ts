import { exampleAnswers } from '@finauth-sdk/client/examples';
import { type FinAuth, FinAuthInputError, inspectSign, verifySign } from '@finauth-sdk/signing';
import { randomBytes } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createRig, credentials } from './createRig.ts';
import { answers, refuses, writesAndResets } from './faults.ts';

const JPEG = Buffer.from('ffd8ffe0', 'hex');
const passes = answers(200, exampleAnswers.verify);

/** A photo in a file, for the length of a test. */
async function photoFile(): Promise<{ path: string; bytes: Buffer }> {
  const folder = await mkdtemp(join(tmpdir(), 'finauth-photo-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'Jane Canary.jpg');
  // More than one buffer of a socket or a stream, and every value of a byte.
  const bytes = Buffer.concat([JPEG, randomBytes(300_000)]);
  await writeFile(path, bytes);
  return { path, bytes };
}

const verify = (finauth: FinAuth, photo: Blob): Promise<unknown> =>
  finauth.verify({ biz_token: 'token', verify_id: 'scene', comparison_type: '0', image_ref1: photo });

it.each([
  ['a refusal that can pass', refuses(500, 'INTERNAL_ERROR')],
  ['a gateway’s 503', answers(503, 'no')],
  ['a reset', writesAndResets('')],
])('a photo of a file is sent again after %s, to the byte, and signed anew', async (_what, fault) => {
  const { path, bytes } = await photoFile();
  const { finauth, server, settle } = await createRig({ faults: [fault, fault, passes], retry: { retries: 2 } });
  expect(await settle(verify(finauth, await openAsBlob(path)))).toMatchObject({ ok: true });
  expect(server.requests).toHaveLength(3);
  for (const { body, sign, arrivedAt } of server.requests) {
    expect(body.indexOf(bytes)).toBeGreaterThan(0);
    expect(verifySign(sign!, credentials.apiSecret, { now: () => arrivedAt })).toEqual({ valid: true });
  }
  expect(new Set(server.requests.map(({ sign }) => inspectSign(sign!).random)).size).toBe(3);
});

it.each<[string, (path: string) => Promise<void>]>([
  ['is overwritten', (path) => writeFile(path, JPEG)],
  ['is cut short', (path) => truncate(path, 100)],
  ['is removed', (path) => rm(path)],
])('a file that %s between two attempts is sent as it was when the call began', async (_what, change) => {
  const { path, bytes } = await photoFile();
  const { finauth, server, settle } = await createRig({
    faults: [(socket, request) => void change(path).then(() => refuses(500, 'INTERNAL_ERROR')(socket, request)), passes],
  });
  expect(await settle(verify(finauth, await openAsBlob(path)))).toMatchObject({ ok: true });
  expect(server.requests.map(({ body }) => body.includes(bytes))).toEqual([true, true]);
});

it.each<[string, (path: string) => Promise<void>]>([
  ['was overwritten', (path) => writeFile(path, JPEG)],
  ['was cut short', (path) => truncate(path, 100)],
  ['was removed', (path) => rm(path)],
])('a file that %s before the call is refused by the name of its field, with nothing sent', async (_what, change) => {
  const { path } = await photoFile();
  const { finauth, server } = await createRig({ faults: [passes] });
  const photo = await openAsBlob(path);
  await change(path);
  const error = await verify(finauth, photo).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FinAuthInputError);
  expect(error).toMatchObject({ issues: [{ field: 'image_ref1', rule: 'readable', message: expect.stringContaining('Open it again') }] });
  // The path is the name of a person.
  expect(String((error as Error).stack)).not.toContain('Canary');
  expect(server.requests).toEqual([]);
});
