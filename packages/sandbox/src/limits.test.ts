import { networkInterfaces } from 'node:os';
import { byteLimits, signatureScheme } from '@finauth-sdk/client';
import { describe, expect, it, vi } from 'vitest';
import { createRequestLog, type RequestRecord } from './log/requestLog.ts';
import { createSeenSigns } from './signature/seenSigns.ts';
import { isAllowed } from './state/settings.ts';
import { startSandbox } from './startSandbox.ts';
import { call, errorOf, signByHand } from './testing/call.ts';
import { good, limits, NOW, PATH } from './testing/limitedSandbox.ts';
import { form, http, part, rawRequest } from './testing/rawRequest.ts';

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ family }) => family === 'IPv6'));

// What is right up to a number, on both sides of it.

describe('a failure at a rate', () => {
  it.each([
    [0, 0, [200, 200, 200]],
    [0, 0.999_999, [200, 200, 200]],
    [1, 0, [500, 500, 500]],
    [1, 0.999_999, [500, 500, 500]],
    [0.5, 0.499_999, [500, 500, 500]],
    [0.5, 0.5, [200, 200, 200]],
  ])('of %d, at a draw of %d, makes %j', async (rate, draw, statuses) => {
    await using sandbox = await startSandbox({ fail: { rate }, random: () => draw });
    const seen = [];
    for (const _ of statuses) seen.push((await call(sandbox)).status);
    expect(seen).toEqual(statuses);
  });

  it('is used up by failures alone, where it has a number of times too', async () => {
    const draws = [0.9, 0.1, 0.9, 0.1, 0.1];
    await using sandbox = await startSandbox({ fail: { rate: 0.5, times: 2 }, random: () => draws.shift()! });
    const seen = [];
    for (let calls = 0; calls < 5; calls++) seen.push((await call(sandbox)).status);
    expect(seen).toEqual([200, 500, 200, 500, 200]);
  });
});

describe('the limits of a request', () => {
  const multipart = `POST ${PATH} HTTP/1.1\nHost: x\nContent-Type: multipart/form-data; boundary=line`;
  const told = async (bytes: Buffer, limit: object): Promise<[number, string]> => {
    await using sandbox = await startSandbox({ now: () => NOW, limits: { ...limits, ...limit } });
    const { status } = await rawRequest(sandbox.url, bytes);
    return [status, sandbox.requests[0]!.why.message];
  };

  it('take a body of exactly so many bytes, and none of one more', async () => {
    const body = `${good.join('')}--line--\r\n`;
    const request = http(multipart, body);
    expect(await told(request, { bodyBytes: body.length })).toEqual([200, 'Signature valid; token issued.']);
    const [status, message] = await told(request, { bodyBytes: body.length - 1 });
    expect([status, message]).toEqual([400, expect.stringContaining(`larger than the ${body.length - 1} bytes`)]);
  });

  it('take a field of exactly so many bytes, and none of one more', async () => {
    const fieldBytes = 1_000;
    const of = (length: number): Buffer => form(PATH, good[0]!, good[1]!, part('liveness_id', 'x'.repeat(length)));
    expect(await told(of(fieldBytes), { fieldBytes })).toEqual([200, 'Signature valid; token issued.']);
    const [status, message] = await told(of(fieldBytes + 1), { fieldBytes });
    expect([status, message]).toEqual([400, expect.stringContaining(`liveness_id is longer than the ${fieldBytes} bytes`)]);
  });

  it('take exactly so many parts, and none of one more', async () => {
    const parts = 5;
    const of = (count: number): Buffer =>
      form(PATH, ...good, ...Array.from({ length: count - good.length }, (_, index) => part(`f${index}`, '')));
    expect((await told(of(parts), { parts }))[0]).toBe(200);
    const [, message] = await told(of(parts + 1), { parts });
    // What was asked for was all there, and is answered; the log says that not all was read.
    expect(message).not.toContain('“f2”');
  });

  it('take a text of exactly as many bytes as the spec says, in whatever characters', async () => {
    await using sandbox = await startSandbox();
    const most = byteLimits.getBizToken.uuid;
    for (const character of ['x', 'ä', '😀']) {
      const bytes = Buffer.byteLength(character);
      expect((await call(sandbox, { uuid: character.repeat(most / bytes) })).status).toBe(200);
      expect(errorOf(await call(sandbox, { uuid: `${character.repeat(most / bytes)}x` }))).toBe('BAD_ARGUMENTS: uuid');
    }
  });
});

describe('what is remembered', () => {
  it('of signatures is the latest so many, each by when it came first', () => {
    const seen = createSeenSigns(2);
    const [a, b, c] = [Buffer.from('a'), Buffer.from('b'), Buffer.from('c')] as const;
    expect(seen.remember(a, 1)).toBeUndefined();
    expect(seen.remember(b, 2)).toBeUndefined();
    // Known: nothing has to go for it.
    expect(seen.remember(a, 3)).toBe(1);
    expect(seen.remember(b, 4)).toBe(2);
    expect(seen.remember(c, 5)).toBeUndefined();
    expect(seen.remember(b, 6)).toBe(2);
    expect(seen.remember(a, 7)).toBeUndefined();
  });

  it.each([1, 2, 3])('of requests is the latest %i', (capacity) => {
    const log = createRequestLog(capacity);
    const heard = vi.fn<(record: RequestRecord) => void>();
    const stop = log.listen(heard);
    const numbers = (): number[] => log.list().map(({ number }) => number);
    for (let number = 1; number <= 7; number++) {
      log.add({ number } as RequestRecord);
      expect(numbers()).toEqual(
        Array.from({ length: Math.min(number, capacity) }, (_, index) => number - Math.min(number, capacity) + 1 + index),
      );
    }
    expect(heard).toHaveBeenCalledTimes(7);
    stop();
    log.add({ number: 8 } as RequestRecord);
    expect(heard).toHaveBeenCalledTimes(7);
  });

  it.each([0, -1, 1.5, Number.NaN])('is refused to be %d requests', async (keepRequests) => {
    await expect(startSandbox({ keepRequests })).rejects.toThrow('keepRequests must be a whole number from 1 on');
  });
});

describe('of several faults', () => {
  it.each([
    // In the spec's order, and not in the order in which they came.
    ['the first field that is missing', ['sign_version', 'liveness_id', 'sign'], [], 'MISSING_ARGUMENTS: sign'],
    ['the first field that is missing', ['liveness_id', 'sign_version'], ['sign'], 'MISSING_ARGUMENTS: sign_version'],
    ['the first field that is missing', ['liveness_id'], ['sign_version', 'sign'], 'MISSING_ARGUMENTS: liveness_id'],
  ])('%s is named: without %j, with %j', async (_what, _absent, present, error) => {
    await using sandbox = await startSandbox();
    const answer = await rawRequest(
      sandbox.url,
      form(PATH, ...present.map((name) => part(name, name === 'sign_version' ? signatureScheme.algorithm : 'x'))),
    );
    expect(errorOf(answer)).toBe(error);
  });

  it.each([
    [{ sign: '', sign_version: 'x', liveness_id: '', uuid: 'x'.repeat(200) }, 'sign'],
    [{ sign: 'x', sign_version: 'x', liveness_id: '', uuid: 'x'.repeat(200) }, 'sign_version'],
    [{ sign: 'x', sign_version: signatureScheme.algorithm, liveness_id: '', uuid: 'x'.repeat(200) }, 'liveness_id'],
    [{ sign: 'x', sign_version: signatureScheme.algorithm, liveness_id: 'x', uuid: 'x'.repeat(200) }, 'uuid'],
  ])('the first bad one of %j is named, whichever came first', async (fields, field) => {
    await using sandbox = await startSandbox();
    const parts = Object.entries(fields).map(([name, value]) => part(name, value));
    for (const sent of [parts, parts.toReversed()])
      expect(errorOf(await rawRequest(sandbox.url, form(PATH, ...sent)))).toBe(`BAD_ARGUMENTS: ${field}`);
  });
});

describe('an address', () => {
  it.each<[address: string, allowed: string[], is: boolean]>([
    ['10.0.0.1', ['10.0.0.1'], true],
    ['10.0.0.2', ['10.0.0.1'], false],
    ['10.0.0.255', ['10.0.0.0/24'], true],
    ['10.0.1.0', ['10.0.0.0/24'], false],
    ['10.0.1.0', ['10.0.0.0/24', '10.0.1.0/32'], true],
    ['1.2.3.4', ['0.0.0.0/0'], true],
    ['2001:db8::1', ['2001:db8::/32'], true],
    ['2001:db9::1', ['2001:db8::/32'], false],
    ['2001:db8::1', ['2001:0DB8:0::1'], true],
    ['::1', ['0.0.0.0/0'], false],
    // IPv4 lies within IPv6.
    ['127.0.0.1', ['::/0'], true],
    ['127.0.0.1', ['::ffff:127.0.0.0/104'], true],
    ['127.0.0.1', ['::1'], false],
    ['', ['0.0.0.0/0'], false],
    ['127.0.0.1', [], false],
  ])('%s is one of %j: %s', (address, allowed, is) => {
    expect(isAllowed(address, allowed)).toBe(is);
  });

  it.runIf(hasIpv6)('of IPv4 is one where the sandbox listens on IPv6 as well', async () => {
    await using sandbox = await startSandbox({ host: '::', allowedAddresses: ['127.0.0.1'] });
    // Asked at 127.0.0.1, the socket calls the caller ::ffff:127.0.0.1.
    expect((await call(sandbox)).status).toBe(200);
    expect(sandbox.requests[0]!.address).toBe('127.0.0.1');
    sandbox.set({ allowedAddresses: ['::1'] });
    expect(errorOf(await call(sandbox))).toBe('AUTHORIZATION_ERROR: IP_NOT_ALLOWED');
  });

  it('may be written as IPv4 within IPv6 where it is allowed', async () => {
    await using sandbox = await startSandbox({ allowedAddresses: ['::ffff:127.0.0.1'] });
    expect((await call(sandbox)).status).toBe(200);
  });
});

it('a refused call is not at work, however long its answer takes', async () => {
  await using sandbox = await startSandbox({ maxConcurrent: 1, latencyMs: 400 });
  // Refused for another reason, and answered after 400 ms: the place of the good one, which comes in the meantime, is free.
  const refused = Array.from({ length: 3 }, () => call(sandbox, { apiSecret: 'another' }));
  await new Promise((done) => setTimeout(done, 100));
  const good = call(sandbox, { sign: signByHand(sandbox) });
  expect((await good).status).toBe(200);
  expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([403, 403, 403]);
});
