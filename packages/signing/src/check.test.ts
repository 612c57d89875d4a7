import { signatureScheme } from '@finauth-sdk/client';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { Agent as HttpAgent, createServer, type RequestListener, type Server } from 'node:http';
import { Agent as HttpsAgent, createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Check } from './check.ts';
import { createFinAuth } from './createFinAuth.ts';
import { FinAuthClosedError, FinAuthConfigError } from './errors.ts';
import type { FinAuthOptions } from './options/options.ts';
import { cert, key } from './testing/localhostCertificate.ts';
import { nodeTransport } from './transports/node.ts';

const credentials = { apiKey: 'canary-key', apiSecret: 'canary-secret-7f3a9c' };
const MINUTE_MS = 60_000;

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** What FinAuth does with a request that is not signed. */
const refuse: RequestListener = (_request, response) => {
  response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: 'MISSING_ARGUMENTS: sign' }));
};

async function serve(listener: RequestListener): Promise<string> {
  return `http://localhost:${await listen(createServer(listener))}`;
}

const clientOf = (options: FinAuthOptions) => createFinAuth({ credentials, ...options });

/** The checks in one line each, and the report's verdict. */
async function told(
  options: FinAuthOptions,
  timeoutMs?: number,
): Promise<Record<Check['name'], string> & { ok: boolean; all: readonly Check[] }> {
  const { ok, checks } = await clientOf(options).check(timeoutMs === undefined ? {} : { timeoutMs });
  const lines = Object.fromEntries(checks.map(({ name, status, message }) => [name, `${status}: ${message}`]));
  return { ...(lines as Record<Check['name'], string>), ok, all: checks };
}

/** Over every way to send of this runtime: what they fail with differs. */
const transports: Record<string, () => FinAuthOptions> = {
  fetch: () => ({}),
  'a given fetch': () => ({ fetch: (...args) => fetch(...args) }),
  nodeTransport: () => ({ transport: nodeTransport() }),
};

describe.each(Object.entries(transports))('check() over %s', (_name, transport) => {
  it('tells of each step to a FinAuth that answers, by a request that cannot mint', async () => {
    const requests: { method: string | undefined; url: string | undefined; headers: string; body: string }[] = [];
    const baseUrl = await serve(async (request, response) => {
      const { method, url, rawHeaders } = request;
      requests.push({ method, url, headers: rawHeaders.join(' '), body: await text(request) });
      refuse(request, response);
    });
    const report = await clientOf({ baseUrl, ...transport() }).check();
    expect(report).toEqual({
      ok: true,
      checks: [
        { name: 'configuration', status: 'passed', message: expect.stringContaining(baseUrl), durationMs: expect.any(Number) },
        { name: 'name', status: 'passed', message: expect.any(String) },
        { name: 'TLS', status: 'skipped', message: expect.any(String) },
        { name: 'answer', status: 'passed', message: expect.stringContaining('400 MISSING_ARGUMENTS'), durationMs: expect.any(Number) },
        { name: 'clock', status: 'passed', message: expect.any(String) },
      ],
    });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'POST', url: expect.stringContaining('get_biz_token') });
    expect(requests[0]!.body).toContain(signatureScheme.algorithm);
    expect(requests[0]!.body).not.toContain(`name="${signatureScheme.fields.sign}"`);
    expect(inspect([requests, report], { depth: 9 })).not.toMatch(/canary/);
  });

  it('tells a name that nobody knows', async () => {
    const lookup: never = ((_host: string, _options: unknown, done: (error: Error) => void) =>
      done(Object.assign(new Error('getaddrinfo ENOTFOUND finauth.example'), { code: 'ENOTFOUND' }))) as never;
    // Whatever this machine's resolver says of it: for the others it is asked for real.
    const options = 'transport' in transport() ? { transport: nodeTransport({ agent: new HttpAgent({ lookup }) }) } : transport();
    const { ok, name, TLS, answer, clock } = await told({ baseUrl: 'http://finauth.invalid', allowInsecureHttp: true, ...options }, 60_000);
    expect(ok).toBe(false);
    expect(name).toMatch(/^failed: FinAuth could not be reached: .*(ENOTFOUND|EAI_AGAIN)/);
    for (const rest of [TLS, answer, clock]) expect(rest).toBe('skipped: the host was not found');
  });

  it('tells a certificate that is not trusted', async () => {
    const baseUrl = `https://localhost:${await listen(createHttpsServer({ key, cert }, refuse))}`;
    const { ok, name, TLS, answer } = await told({ baseUrl, ...transport() });
    expect(ok).toBe(false);
    expect(name).toMatch(/^passed/);
    expect(TLS).toMatch(/^failed: FinAuth could not be reached: .*certificate/);
    expect(answer).toBe('skipped: there is no connection');
  });

  it('tells a port that does not speak TLS', async () => {
    const baseUrl = (await serve(refuse)).replace('http:', 'https:');
    expect((await told({ baseUrl, ...transport() })).TLS).toMatch(/^failed/);
  });

  it('tells a port where nobody listens', async () => {
    const server = createServer();
    const baseUrl = `http://localhost:${await listen(server)}`;
    await new Promise((closed) => server.close(closed));
    const { ok, name, answer } = await told({ baseUrl, ...transport() });
    expect([ok, name]).toEqual([false, 'skipped: there is no answer']);
    expect(answer).toMatch(/^failed: FinAuth could not be reached: .*ECONNREFUSED/);
  });

  it('tells an answer that does not come in time', async () => {
    const baseUrl = await serve(() => {});
    const { ok, answer } = await told({ baseUrl, ...transport() }, 20);
    expect(ok).toBe(false);
    expect(answer).toMatch(/^failed: No answer within 20 ms \(timeoutMs\)\. It was waiting for an answer/);
  });
});

it('tells a certificate that is trusted', async () => {
  const baseUrl = `https://localhost:${await listen(createHttpsServer({ key, cert }, refuse))}`;
  const transport = nodeTransport({ agent: new HttpsAgent({ ca: cert }) });
  expect(await told({ baseUrl, transport })).toMatchObject({ ok: true, TLS: expect.stringMatching(/^passed/) });
});

const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/json' };

it.each<[what: string, status: number, headers: Record<string, string>, body: string, ok: boolean, answer: RegExp]>([
  ['a gateway that has no server at the moment', 502, html, '<h1>Bad Gateway</h1>', true, /^warned: .*502/],
  ['a FinAuth that has a problem', 500, json, '{"error":"INTERNAL_ERROR"}', true, /^warned: .*INTERNAL_ERROR/],
  ['a FinAuth that is called at another path', 404, json, '{"error":"API_NOT_FOUND"}', false, /^failed: .*API_NOT_FOUND/],
  ['a login page', 200, html, '<h1>Sign in</h1>', false, /^failed: .*200/],
  ['a proxy with errors of its own', 403, json, '{"error":"Blocked"}', false, /^failed: .*403/],
  ['a redirect', 302, { location: 'https://login.example' }, '', false, /^failed/],
  ['a stub that takes everything', 200, json, JSON.stringify(exampleAnswers.getBizToken), true, /^passed: the answer is 200/],
])('tells %s', async (_what, status, headers, body, ok, says) => {
  const baseUrl = await serve((_request, response) => void response.writeHead(status, headers).end(body));
  const { ok: isOk, name, answer } = await told({ baseUrl, transport: nodeTransport() });
  expect([isOk, name]).toEqual([ok, 'passed: the host was reached']);
  expect(answer).toMatch(says);
});

describe('the clock', () => {
  it.each<[what: string, offsetMs: number, ok: boolean, says: RegExp]>([
    ['a few seconds off', -3_000, true, /^passed/],
    ['behind', -10 * MINUTE_MS, true, /^warned: this machine's clock is (599|600|601) s behind FinAuth's/],
    ['ahead', 10 * MINUTE_MS, true, /^warned: this machine's clock is (599|600|601) s ahead of FinAuth's/],
    ['behind by more than is corrected for', -48 * 60 * MINUTE_MS, false, /^failed: .* behind FinAuth's/],
  ])('%s', async (_what, offsetMs, ok, says) => {
    const report = await told({ baseUrl: await serve(refuse), now: () => Date.now() + offsetMs });
    expect(report.ok).toBe(ok);
    expect(report.clock).toMatch(says);
  });

  it('cannot be told without a date', async () => {
    const baseUrl = await serve((request, response) => {
      response.sendDate = false;
      refuse(request, response);
    });
    expect(await told({ baseUrl })).toMatchObject({ ok: true, clock: 'skipped: the answer has no date to go by' });
  });

  it('is left as it was, and so is what the client has learnt of it', async () => {
    // It takes no signature that is not of its own time.
    let now = Date.now() - 10 * MINUTE_MS;
    const signs: string[] = [];
    const baseUrl = await serve(async (request, response) => {
      const body = await text(request);
      const sign = /name="sign"\r\n\r\n([^\r]+)/.exec(body)?.[1];
      if (sign === undefined) return refuse(request, response);
      const seconds = Number(/c=(\d+)/.exec(Buffer.from(sign, 'base64').toString('latin1'))![1]);
      signs.push(sign);
      const isGood = Math.abs(seconds * 1000 - Date.now()) < 5 * MINUTE_MS;
      const [status, answer] = isGood ? [200, exampleAnswers.getBizToken] : [403, { error: 'AUTHORIZATION_ERROR: EXPIRED_SIGN' }];
      response.writeHead(status, json).end(JSON.stringify(answer));
    });
    const finauth = clientOf({ baseUrl, retry: false, now: () => now++ });
    await expect(finauth.getBizToken({ liveness_id: 'scene' })).rejects.toThrow('EXPIRED_SIGN');
    await finauth.check();
    expect(await finauth.getBizToken({ liveness_id: 'scene' })).toEqual(exampleAnswers.getBizToken);
    expect(signs).toHaveLength(2);
  });
});

it('is one request for all who check at the same time, and another for who checks afterwards', async () => {
  let requests = 0;
  const baseUrl = await serve((request, response) => (requests++, refuse(request, response)));
  const finauth = clientOf({ baseUrl });
  const reports = await Promise.all(Array.from({ length: 20 }, () => finauth.check()));
  expect(new Set(reports.map(({ ok }) => ok))).toEqual(new Set([true]));
  expect(requests).toBe(1);
  await finauth.check();
  expect(requests).toBe(2);
});

it('stands in no line, runs no middleware and tells no event', async () => {
  const events: unknown[] = [];
  const waits = { enter: () => new Promise<never>(() => {}) };
  const baseUrl = await serve(refuse);
  const finauth = clientOf({ baseUrl, maxConcurrency: waits, onEvent: (event) => events.push(event), middleware: [() => expect.fail()] });
  expect(await finauth.check()).toMatchObject({ ok: true });
  expect(events).toEqual([]);
});

it('ends with the client: one under way is stopped, and the next is refused, so that a probe fails first', async () => {
  let asked!: () => void;
  const begun = new Promise<void>((resolve) => (asked = resolve));
  const finauth = clientOf({ baseUrl: await serve(() => asked()) });
  const refused = finauth.check().catch((reason: unknown) => reason);
  await begun;
  await finauth.close({ timeoutMs: 0 });
  expect(await refused).toBeInstanceOf(FinAuthClosedError);
  await expect(finauth.check()).rejects.toThrow(FinAuthClosedError);
  await expect(finauth.check({ offline: true })).rejects.toThrow(FinAuthClosedError);
});

it.each([
  [{ timeout: 5 }, 'check: timeout is not an option: use one of timeoutMs, offline'],
  [{ timeoutMs: 0 }, 'check: timeoutMs must be'],
  [{ offline: 'yes' }, 'check: offline must be true or false'],
])('refuses %j', async (options, complaint) => {
  const checked = clientOf({ region: 'sgp' }).check(options as never);
  await expect(checked).rejects.toThrow(FinAuthConfigError);
  await expect(checked).rejects.toThrow(complaint);
});
