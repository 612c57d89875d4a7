import { byteLimits, type KnownResult, resultCatalogue, resultScheme, signatureScheme, tokenLifetimes } from '@finauth-sdk/client';
import { outcomes, type Sandbox, startSandbox, testIds } from '@finauth-sdk/sandbox';
import { createFinAuth, createSigner, type FinAuth, outcomeOf } from '@finauth-sdk/signing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathOf } from './pathOf.ts';

// The way from the token to the verdict, once for each result that the spec lists. One that is added there is in the loop.
const results = Object.entries(resultCatalogue) as [KnownResult, (typeof resultCatalogue)[KnownResult]][];
const photo = new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'canary-picture'], { type: 'image/jpeg' });
const person = { idcard_name: 'Canary Featherstone', idcard_number: '730915198802294417' };
const { phoneCode: ended } = outcomes.SUCCESS;
const PATH = pathOf('verify');
const withPhoto = { verify_id: 'my-verify-scene', comparison_type: '0', image_ref1: photo } as const;

let sandbox: Sandbox;
let finauth: FinAuth;
beforeAll(async () => {
  sandbox = await startSandbox();
  finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, retry: false });
});
afterAll(() => sandbox.close());

const mint = async (): Promise<string> => (await finauth.getBizToken({ liveness_id: 'my-scene', uuid: 'user-0042' })).biz_token;

describe.each(results)('%s', (result, { code, kind, isPass }) => {
  it('is reached through the SDK', async () => {
    const biz_token = await mint();
    const end = sandbox.phone.complete(biz_token, { outcome: result });
    // The phone has told already of what did not succeed there.
    expect(end).toEqual({ code: kind === 'capture' ? code : ended, outcome: result });
    const answer = await finauth.verify({ biz_token, ...withPhoto });
    expect(answer).toMatchObject({ [resultScheme.code]: code, [resultScheme.message]: result });
    expect(outcomeOf(answer)).toMatchObject({ passed: isPass, kind });
    expect(sandbox.requests.at(-1)).toMatchObject({
      operation: 'verify',
      verdict: 'accepted',
      why: { message: expect.stringContaining(result) },
    });
  });

  it('is reached over HTTP, with no SDK', async () => {
    const biz_token = await mint();
    const phone = await fetch(`${sandbox.url}/_sandbox/phone`, { method: 'POST', body: JSON.stringify({ biz_token, outcome: result }) });
    expect([phone.status, await phone.json()]).toEqual([200, { code: kind === 'capture' ? code : ended, outcome: result }]);
    const form = new FormData();
    const fields = {
      sign: createSigner(sandbox.credentials).sign(),
      sign_version: signatureScheme.algorithm,
      biz_token,
      verify_id: 'v',
      comparison_type: '1',
    };
    for (const [name, value] of Object.entries({ ...fields, ...person })) form.set(name, value);
    const response = await fetch(`${sandbox.url}${PATH}`, { method: 'POST', body: form });
    expect([response.status, await response.json()]).toMatchObject([200, { result_code: code, result_message: result }]);
  });

  it('is reached by a test ID, with no token and no phone', async () => {
    const ids = Object.values(testIds.verify) as string[];
    const verify_id = [`sandbox-verify_${result}`, `sandbox-${result}`].find((id) => ids.includes(id)) ?? testIds.verify.ok;
    const answer = await finauth.verify({ biz_token: await passed(), ...withPhoto, verify_id });
    expect(outcomeOf(answer)).toMatchObject({ passed: isPass, kind });
    expect(answer.result_message).toBe(result);
  });
});

async function passed(): Promise<string> {
  const biz_token = await mint();
  sandbox.phone.complete(biz_token);
  return biz_token;
}

it('the phone knows each result of the catalogue, and no other', () => {
  expect(Object.keys(outcomes)).toEqual(Object.keys(resultCatalogue));
});

describe('a token', () => {
  it('goes from the mint to the verdict, and each step is to be seen', async () => {
    const biz_token = await mint();
    const state = (): string | undefined => sandbox.issued.get(biz_token)?.state;
    const states = [state()];
    sandbox.phone.start(biz_token);
    states.push(state());
    sandbox.phone.complete(biz_token);
    states.push(state());
    await finauth.verify({ biz_token, ...withPhoto });
    states.push(state());
    expect(states).toEqual(['minted', 'on the phone', 'used', 'verified']);
  });

  it('that was never given is denied', async () => {
    const answer = await finauth.verify({ biz_token: 'made up', ...withPhoto });
    expect(answer.result_message).toBe('BIZ_TOKEN_DENIED');
    expect(outcomeOf(answer)).toMatchObject({ passed: false, tryAgain: 'new_token' });
    expect(sandbox.requests.at(-1)).toMatchObject({
      verdict: 'refused',
      why: { message: expect.stringContaining('has not issued this token') },
    });
  });

  it('with which no phone has ended is denied, and can be verified once one has', async () => {
    const biz_token = await mint();
    sandbox.phone.start(biz_token);
    expect((await finauth.verify({ biz_token, ...withPhoto })).result_message).toBe('BIZ_TOKEN_DENIED');
    expect(sandbox.requests.at(-1)!.why.message).toContain('No phone has ended with this token yet');
    sandbox.phone.complete(biz_token);
    expect(outcomeOf(await finauth.verify({ biz_token, ...withPhoto })).passed).toBe(true);
  });

  it('that has been verified has its result no longer', async () => {
    const biz_token = await passed();
    await finauth.verify({ biz_token, ...withPhoto });
    await expect(finauth.verify({ biz_token, ...withPhoto })).rejects.toMatchObject({ status: 403, code: 'DATA_DESTROYED' });
  });

  it('whose time is over has none either', async () => {
    const lifetimeMs = tokenLifetimes.getBizToken.biz_token * 1000;
    const biz_token = await passed();
    sandbox.clock.advance(lifetimeMs);
    const late = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, now: sandbox.clock.now });
    await expect(late.verify({ biz_token, ...withPhoto })).rejects.toMatchObject({ status: 403, code: 'DATA_DESTROYED' });
    expect(sandbox.issued.get(biz_token)?.state).toBe('expired');
    expect(() => sandbox.phone.complete(biz_token)).toThrow('expired');
    sandbox.clock.advance(-lifetimeMs);
  });

  it('serves one phone, and only one that was given', async () => {
    const biz_token = await passed();
    expect(() => sandbox.phone.complete(biz_token)).toThrow('already');
    expect(() => sandbox.phone.start('made up')).toThrow('has not issued this token');
    expect(() => sandbox.phone.complete(biz_token, { outcome: 'PASSED' as never })).toThrow(/^outcome must be one of .*\bSUCCESS, /);
  });
});

describe('POST /_sandbox/phone', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${sandbox.url}/_sandbox/phone`, { method: 'POST', body, headers });

  it('begins, and ends with a pass unless it is told otherwise', async () => {
    const biz_token = await mint();
    expect((await post(JSON.stringify({ biz_token, started: true }))).status).toBe(200);
    expect(sandbox.issued.get(biz_token)?.state).toBe('on the phone');
    expect(await (await post(JSON.stringify({ biz_token }))).json()).toEqual({ code: ended, outcome: 'SUCCESS' });
    expect(outcomeOf(await finauth.verify({ biz_token, ...withPhoto })).passed).toBe(true);
  });

  it.each([
    ['no JSON', 'biz_token=x', 400, 'JSON object'],
    ['no token', '{}', 400, 'biz_token must be'],
    ['a token that was never given', '{"biz_token":"made up"}', 409, 'has not issued this token'],
    ['more than a phone has to say', JSON.stringify({ biz_token: 'x'.repeat(20_000) }), 400, 'JSON object'],
  ])('says what is wrong with %s', async (_, body, status, message) => {
    const answer = await post(body);
    expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([status, expect.stringContaining(message)]);
  });

  it('says which outcomes there are', async () => {
    const answer = await post(JSON.stringify({ biz_token: await mint(), outcome: 'PASSED' }));
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('USER_TIMEOUT')]);
  });

  it('is not for pages of other sites', async () => {
    const biz_token = await mint();
    const answer = await post(JSON.stringify({ biz_token }), { origin: 'https://elsewhere.example' });
    expect(answer.status).toBe(403);
    expect(sandbox.issued.get(biz_token)?.state).toBe('minted');
  });
});

describe('the sandbox refuses as FinAuth is known to', () => {
  const asked = async (fields: Record<string, string | Blob>): Promise<[number, string]> => {
    const form = new FormData();
    const signed = {
      sign: createSigner(sandbox.credentials).sign(),
      sign_version: signatureScheme.algorithm,
      biz_token: 'any',
      verify_id: 'v',
    };
    for (const [name, value] of Object.entries({ ...signed, ...fields })) form.set(name, value);
    const response = await fetch(`${sandbox.url}${PATH}`, { method: 'POST', body: form });
    return [response.status, await response.text()];
  };

  it.each([
    ['no photo', { comparison_type: '0' }, 400, 'MISSING_ARGUMENTS: image_ref1'],
    ['no name', { comparison_type: '1', idcard_number: '1' }, 400, 'MISSING_ARGUMENTS: idcard_name'],
    ['a comparison that there is not', { comparison_type: '3' }, 400, 'BAD_ARGUMENTS: comparison_type'],
    ['a photo that is none', { comparison_type: '0', image_ref1: new Blob(['text']) }, 400, 'IMAGE_ERROR_UNSUPPORTED_FORMAT: image_ref1'],
    [
      'a photo that is too large',
      { comparison_type: '0', image_ref1: new Blob([Uint8Array.of(0xff, 0xd8, 0xff), new Uint8Array(byteLimits.verify.image_ref1)]) },
      413,
      'Request Entity Too Large',
    ],
  ])('%s', async (_, fields, status, text) => {
    expect(await asked(fields as Record<string, string | Blob>)).toEqual([status, expect.stringContaining(text)]);
  });
});

it('data of a person is kept nowhere in the sandbox, and shown nowhere', async () => {
  const biz_token = await passed();
  const named = new File([photo], 'Canary-Featherstone.jpg', { type: 'image/jpeg' });
  await finauth.verify({ biz_token, verify_id: 'v', comparison_type: '1', ...person, image_ref1: named });
  await finauth.verify({ biz_token: 'made up', verify_id: 'v', comparison_type: '1', ...person });
  const page = await fetch(`${sandbox.url}/_sandbox/events`);
  const reader = page.body!.getReader();
  const first = new TextDecoder().decode((await reader.read()).value);
  await reader.cancel();
  const seen = [JSON.stringify(sandbox.requests), JSON.stringify([...sandbox.issued]), JSON.stringify(sandbox.settings), first];
  expect(first).toContain('event: state');
  for (const text of seen) expect(text).not.toMatch(/canary|featherstone|730915198802294417|canary-picture/i);
  expect(sandbox.requests.at(-2)!.fields).toMatchObject({
    idcard_name: '(personal data, 19 bytes, not stored)',
    image_ref1: expect.stringMatching(/^\(personal data, \d+ bytes, not stored\)$/),
  });
});
