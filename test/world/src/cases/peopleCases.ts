import { createFinAuth, FinAuthApiError, FinAuthConfigError, FinAuthError, type FinAuthEvent, inspectSign } from '@finauth-sdk/signing';
import { everythingOf } from '@finauth-sdk/test-faults/canaries';
import { createRig, credentials, input, type RigOptions } from '@finauth-sdk/test-faults/createRig';
import { answers, goodAnswer, refuses, repeatsTheRequest } from '@finauth-sdk/test-faults/faults';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import type { WorldCase } from '../worldCase.ts';

async function failureOf(options: RigOptions): Promise<{ error: FinAuthError; events: FinAuthEvent[]; shown: string }> {
  const { finauth, events } = await createRig({ retry: false, ...options });
  const error = await finauth.getBizToken(input).catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(FinAuthError);
  return { error: error as FinAuthError, events, shown: [error, ...events].map(everythingOf).join('\n') };
}

/** The built package once more, as a second version in node_modules would be. */
async function anotherCopy(): Promise<typeof import('@finauth-sdk/signing')> {
  const dist = dirname(fileURLToPath(import.meta.resolve('@finauth-sdk/signing')));
  const copy = await mkdtemp(join(tmpdir(), 'another-signing-'));
  onTestFinished(async () => rm(copy, { recursive: true }));
  await cp(dist, join(copy, 'dist'), { recursive: true });
  await cp(join(dist, '../package.json'), join(copy, 'package.json'));
  return (await import(/* @vite-ignore */ pathToFileURL(join(copy, 'dist/index.js')).href)) as typeof import('@finauth-sdk/signing');
}

export const peopleCases: readonly WorldCase[] = [
  {
    kind: 'a failure that a retry made good is looked for by its ID',
    seen: 'our own trial: support asks for a request_id that no event had',
    right: 'answered and retrying tell the ID of the failure, and succeeded that of the answer, with the time of the whole call',
    async run() {
      const { finauth, events, settle } = await createRig({
        faults: [answers(500, { request_id: 'healed-7', error: 'INTERNAL_ERROR' }), answers(200, { ...goodAnswer, request_id: 'well-8' })],
      });
      await settle(finauth.getBizToken(input));
      expect(events.flatMap((event) => ('requestId' in event ? [[event.type, event.requestId]] : []))).toEqual([
        ['answered', 'healed-7'],
        ['retrying', 'healed-7'],
        ['answered', 'well-8'],
        ['succeeded', 'well-8'],
      ]);
      expect(events.at(-1)).toMatchObject({ durationMs: expect.closeTo(300, 3), waitedMs: 0 });
    },
  },
  {
    kind: 'key and secret are swapped in the settings, and the server repeats the key that it does not know',
    seen: 'our own trial: the message was "no api_key <the secret>"; axios/axios#6919 shows credentials in errors as they are',
    right: 'neither of the two is in the error, the events or what inspect shows',
    async run() {
      const apiKey = 'canary-secret-7f3a9c-that-is-long';
      const { error, shown } = await failureOf({
        faults: [refuses(403, `AUTHENTICATION_ERROR: no api_key ${apiKey}`)],
        credentials: { apiKey, apiSecret: 'canary-key-of-some-length' },
      });
      expect(error).toMatchObject({ code: 'AUTHENTICATION_ERROR', detail: '[withheld: it repeats a secret]' });
      expect(shown).not.toContain('canary-secret');
    },
  },
  {
    kind: 'a server writes down the digest that it expected, byte by byte',
    seen: 'our own trial: hex with colons and lists of numbers passed for ordinary text',
    right: 'nothing of it is shown, while a usual detail is',
    async run() {
      const bytesOf = ({ sign }: { sign: string | undefined }): number[] => [...inspectSign(sign!).digest];
      for (const write of [
        (bytes: number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(':'),
        (bytes: number[]) => JSON.stringify(bytes),
      ]) {
        const { error, shown } = await failureOf({
          faults: [
            repeatsTheRequest(403, (request) => JSON.stringify({ error: `AUTHORIZATION_ERROR: expected ${write(bytesOf(request))}` })),
          ],
        });
        expect(error).toMatchObject({ code: 'AUTHORIZATION_ERROR' });
        expect(shown).not.toMatch(/(?:[\da-f]{2}:){4}|(?:\d+,){6}/);
      }
      const { error } = await failureOf({ faults: [refuses(400, 'BAD_ARGUMENTS: liveness_id')] });
      expect(error).toMatchObject({ code: 'BAD_ARGUMENTS', detail: 'liveness_id' });
    },
  },
  {
    kind: 'a 200 has a token, and lacks another field',
    seen: 'our own trial: the token was in the message ("It begins: …")',
    right: 'the error names the field that is missing, and the token is nowhere',
    async run() {
      const { error, shown } = await failureOf({ faults: [answers(200, { ...goodAnswer, request_id: undefined })] });
      expect(error.message).toContain('request_id (required)');
      expect(shown).not.toContain(goodAnswer.biz_token);
    },
  },
  {
    kind: 'a provider of credentials fails while its result is read',
    seen: 'our own trial: "cannot decrypt <secret>" came out as it was, and no FinAuthError',
    right: 'a FinAuthConfigError, without the message of the failure',
    async run() {
      const sealed = Object.defineProperty({ apiKey: 'key' }, 'apiSecret', {
        get() {
          throw Object.assign(new Error(`cannot decrypt ${credentials.apiSecret}`), { code: 'a7Kq2mZx9Lw4Tn8Rb5Yc3Hd6' });
        },
      });
      const { error, shown } = await failureOf({ faults: [], credentials: async () => sealed as typeof credentials });
      expect(error).toBeInstanceOf(FinAuthConfigError);
      expect(shown).not.toMatch(/canary-secret|a7Kq2mZx/);
    },
  },
  {
    kind: 'two copies of the package meet in one process',
    seen: 'modelcontextprotocol/typescript-sdk#2384, googleapis/gaxios#593: instanceof is false for an error of the other copy',
    right: 'instanceof holds, and a configuration error of the other copy is neither wrapped nor tried again',
    async run() {
      const other = await anotherCopy();
      expect(other.FinAuthApiError).not.toBe(FinAuthApiError);
      const { finauth } = await createRig({ faults: [refuses(403, 'AUTHENTICATION_ERROR')] });
      const error = await finauth.getBizToken(input).catch((failure: unknown) => failure);
      expect(error).toBeInstanceOf(other.FinAuthApiError);
      expect(error).not.toBeInstanceOf(other.FinAuthConfigError);

      const theirs = new other.FinAuthConfigError('agent must be one of node:https');
      let asked = 0;
      const transport = async (): Promise<never> => {
        asked++;
        throw theirs;
      };
      await expect(createFinAuth({ region: 'sgp', credentials, transport }).getBizToken(input)).rejects.toBe(theirs);
      expect(asked).toBe(1);
    },
  },
];
