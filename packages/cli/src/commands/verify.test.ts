import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resultCatalogue } from '@finauth-sdk/client';
import { type Sandbox, startSandbox, testIds } from '@finauth-sdk/sandbox';
import { createFinAuth } from '@finauth-sdk/signing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerServer } from '../testing/answerServer.ts';
import { type Ended, runFinauth } from '../testing/runFinauth.ts';

const identity = 'Canary Featherstone\n730915198802294417\n';
let sandbox: Sandbox;
let env: Record<string, string>;
let folder: string;
let photo: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  const { apiKey, apiSecret } = sandbox.credentials;
  env = { FINAUTH_API_KEY: apiKey, FINAUTH_API_SECRET: apiSecret, FINAUTH_BASE_URL: sandbox.url, FINAUTH_VERIFY_ID: 'my-verify-scene' };
  folder = await mkdtemp(join(tmpdir(), 'finauth-verify-'));
  photo = join(folder, 'Canary-Featherstone.jpg');
  await writeFile(photo, Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

async function phoneEnded(outcome: Parameters<Sandbox['phone']['complete']>[1]): Promise<string> {
  const { biz_token } = await createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials }).getBizToken({ liveness_id: 'a' });
  sandbox.phone.complete(biz_token, outcome);
  return biz_token;
}

const verify = (token: string, args: readonly string[], input?: string): Promise<Ended> =>
  runFinauth(['verify', '--biz-token', token, ...args], { env, ...(input !== undefined && { input }) });

describe('finauth verify', () => {
  it('says that the person has passed, and ends with 0', async () => {
    const { code, stdout, stderr } = await verify(await phoneEnded({}), ['--photo', photo]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'passed\n' });
    expect(stderr).toContain(resultCatalogue.SUCCESS.meaning);
    expect(stderr).toContain(`request_id ${sandbox.requests.at(-1)!.requestId}`);
  });

  it('says why not, and ends with 10', async () => {
    const { code, stdout, stderr } = await verify(
      await phoneEnded({ outcome: 'PASS_LIVING_NOT_THE_SAME' }),
      ['--identity-stdin'],
      identity,
    );
    expect({ code, stdout }).toEqual({ code: 10, stdout: 'not passed: another_person\n' });
    expect(stderr).toContain(resultCatalogue.PASS_LIVING_NOT_THE_SAME.remedy);
  });

  it('prints an outcome as JSON, and none of the pictures', async () => {
    const { code, stdout } = await verify('any', ['--photo', photo, '--json', '--verify-id', testIds.verify.ok]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      passed: true,
      kind: 'passed',
      tryAgain: 'never',
      billed: true,
      meaning: resultCatalogue.SUCCESS.meaning,
      remedy: resultCatalogue.SUCCESS.remedy,
      tellUser: resultCatalogue.SUCCESS.tellUser,
      request_id: sandbox.requests.at(-1)!.requestId,
    });
  });

  it('fails closed on a result that it does not know', async () => {
    await using server = await answerServer({ status: 200, body: { result_code: 1000, result_message: '\u001b[2JSUCCESS' } });
    expect(await verify('t', ['--photo', photo, '--base-url', server.url])).toMatchObject({ code: 10, stdout: 'not passed: unknown\n' });
  });

  it.each([
    ['nothing to compare with', [], 'Pass what to compare with'],
    ['two things to compare with', ['--photo', 'a.jpg', '--identity-stdin'], 'Pass what to compare with'],
    ['a photo that is not there', ['--photo', '/nowhere/Canary-Featherstone.jpg'], 'The photo cannot be read (ENOENT)'],
    ['a photo that is none', ['--photo', import.meta.filename], 'image_ref1 must be a file of the type image/jpeg or image/png'],
    ['half an identity', ['--identity-stdin'], 'two lines on stdin', 'Canary Featherstone\n'],
    ['an identity and the secret', ['--identity-stdin', '--secret-stdin'], 'cannot both come from stdin', identity],
  ])('ends with 2 for %s, and sends nothing', async (_, args, says, input = '') => {
    const before = sandbox.requests.length;
    const { code, stderr } = await verify('t', args, input);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(says) });
    expect(stderr).not.toMatch(/Canary|Featherstone|7309/);
    expect(sandbox.requests.length).toBe(before);
  });

  it('ends with 6 where the result is gone, as for any other refusal', async () => {
    const token = await phoneEnded({});
    await verify(token, ['--photo', photo]);
    expect(await verify(token, ['--photo', photo])).toMatchObject({ code: 6, stderr: expect.stringContaining('DATA_DESTROYED') });
  });
});
