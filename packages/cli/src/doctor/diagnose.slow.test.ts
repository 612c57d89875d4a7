import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { errorCatalogue, servers, signatureScheme } from '@finauth-sdk/client';
import { startSandbox } from '@finauth-sdk/sandbox';
import { describe, expect, it } from 'vitest';
import { answerServer } from '../testing/answerServer.ts';
import { runFinauth } from '../testing/runFinauth.ts';
import type { Check } from './check.ts';
import { checkRegion } from './checkRegion.ts';
import type { Findings } from './findings.ts';

const env = { FINAUTH_API_KEY: 'example-key', FINAUTH_API_SECRET: 'example-secret' };

interface Diagnosis {
  readonly code: number | null;
  readonly ok: boolean;
  /** The checks by their names. */
  readonly checks: Readonly<Record<string, Check>>;
}

async function doctor(args: string[], given: Record<string, string> = env): Promise<Diagnosis> {
  const { code, stdout, stderr } = await runFinauth(['doctor', '--json', ...args], { env: given });
  expect(stderr).toBe('');
  const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: Check[] };
  // What is not well says what to do.
  for (const { status, remedy } of checks) expect(remedy !== undefined).toBe(status === 'failed' || status === 'warned');
  return { code, ok, checks: Object.fromEntries(checks.map((check) => [check.name, check])) };
}

/** A server whose clock is that far from ours. */
const offBy = (seconds: number) =>
  answerServer({
    status: 404,
    body: { error: 'API_NOT_FOUND' },
    headers: () => ({ date: new Date(Date.now() + seconds * 1000).toUTCString() }),
  });

describe('finauth doctor', () => {
  it('passes everything against a server that takes the credentials', async () => {
    await using sandbox = await startSandbox();
    const { apiKey, apiSecret } = sandbox.credentials;
    const { code, ok, checks } = await doctor(['--base-url', sandbox.url, '--liveness-id', sandbox.liveness.ok], {
      FINAUTH_API_KEY: apiKey,
      FINAUTH_API_SECRET: apiSecret,
    });
    expect({ code, ok }).toEqual({ code: 0, ok: true });
    expect(Object.entries(checks).map(([name, { status }]) => [name, status])).toEqual([
      ['credentials', 'passed'],
      ['region', 'passed'],
      ['name', 'skipped'],
      ['TLS', 'skipped'],
      ['HTTP', 'passed'],
      ['clock', 'passed'],
      ['signature', 'passed'],
      ['call', 'passed'],
    ]);
  });

  it('looks the name up', async () => {
    await using server = await offBy(0);
    const { checks } = await doctor(['--base-url', server.url.replace('127.0.0.1', 'localhost')]);
    expect(checks.name).toMatchObject({ status: 'passed', says: expect.stringContaining('127.0.0.1') });
  });

  it('makes no call without a liveness_id', async () => {
    await using server = await offBy(0);
    const { checks } = await doctor(['--base-url', server.url]);
    expect(checks.call).toMatchObject({ status: 'skipped' });
    expect(server.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('tells of a refused call with the remedy of the error model', async () => {
    await using sandbox = await startSandbox();
    const { code, checks } = await doctor(['--base-url', sandbox.url, '--liveness-id', 'any']);
    expect(code).toBe(9);
    expect(checks.call).toMatchObject({
      status: 'failed',
      says: expect.stringContaining('403 AUTHENTICATION_ERROR'),
      remedy: errorCatalogue.AUTHENTICATION_ERROR.remedy,
    });
  });

  it.concurrent.each([
    [0, 'passed', /^within a few seconds of the server's$/],
    [20, 'warned', /(?:19|20|21) seconds behind/],
    [-20, 'warned', /(?:19|20|21) seconds ahead of/],
    [3_600, 'failed', /60 minutes behind/],
    [-3_600, 'failed', /60 minutes ahead of/],
  ])('judges a clock against a server that is %i seconds ahead', async (seconds, status, says) => {
    await using server = await offBy(seconds);
    const { code, checks } = await doctor(['--base-url', server.url]);
    expect(checks.clock).toMatchObject({ status, says: expect.stringMatching(says) });
    expect(code).toBe(status === 'failed' ? 9 : 0);
    const window = `${signatureScheme.defaultWindowSeconds} seconds`;
    if (status !== 'passed') expect(checks.clock!.remedy).toMatch(new RegExp(`NTP.*${window}`));
    // By a clock that is ahead, a fresh signature has expired; by one that is behind, it has not.
    expect(checks.signature!.status).toBe(seconds > signatureScheme.defaultWindowSeconds ? 'failed' : 'passed');
  });

  it.each([
    [{ FINAUTH_API_KEY: 'example-key' }, /FINAUTH_API_SECRET not set/],
    [{}, /FINAUTH_API_KEY and FINAUTH_API_SECRET not set/],
    [{ ...env, FINAUTH_API_SECRET: 'example-secret\n' }, /FINAUTH_API_SECRET begins or ends with white space/],
    [{ ...env, FINAUTH_API_SECRET: '"example-secret"' }, /FINAUTH_API_SECRET has quotes/],
    [{ ...env, FINAUTH_API_KEY: 'example–key' }, /FINAUTH_API_KEY contains a character/],
    [{ ...env, FINAUTH_API_KEY: 'a=b' }, /cannot sign/],
  ])('finds what is wrong with credentials: %o', async (given, says) => {
    await using server = await offBy(0);
    const { code, checks } = await doctor(['--base-url', server.url, '--liveness-id', 'a'], given as Record<string, string>);
    expect(code).toBe(9);
    expect(checks.credentials).toMatchObject({ status: 'failed', says: expect.stringMatching(says) });
    // The rest is still looked at, as far as it can be.
    expect([checks.HTTP, checks.signature, checks.call].map((check) => check!.status)).toEqual(['passed', 'skipped', 'skipped']);
  });

  it.each([
    [undefined, undefined, undefined],
    ['my-verify-scene', 'passed', /only a call after a check on a phone can tell/],
    ['my-verify-scene\n', 'warned', /begins or ends with white space/],
    ['my-scene', 'warned', /is the ID of the liveness scene/],
  ])('says of FINAUTH_VERIFY_ID what can be said without a phone: %o', async (id, status, says) => {
    await using server = await offBy(0);
    const { checks } = await doctor(['--base-url', server.url, '--liveness-id', 'my-scene'], {
      ...env,
      ...(id && { FINAUTH_VERIFY_ID: id }),
    });
    const check = Object.values(checks).find(({ says: said }) => said.startsWith('FINAUTH_VERIFY_ID'));
    expect(check?.status).toBe(status);
    if (says) expect(check?.says).toMatch(says);
  });

  it('warns of a key that is the secret too', async () => {
    await using server = await offBy(0);
    const { checks } = await doctor(['--base-url', server.url], { ...env, FINAUTH_API_KEY: env.FINAUTH_API_SECRET });
    expect(checks.credentials).toMatchObject({ status: 'warned' });
  });

  it.each([
    [[], {}, /no region/, Object.keys(servers).join(', ')],
    [[], { FINAUTH_REGION: 'mars' }, /not a region/, Object.keys(servers).join(', ')],
    [['--base-url', 'api'], {}, /not a URL/, 'scheme'],
    [['--base-url', 'ftp://api'], {}, /contains too much/, 'https:'],
  ])('says where a region is missing: %o %o', async (args, given, says, remedy) => {
    const { code, checks } = await doctor(args, { ...env, ...given } as Record<string, string>);
    expect(code).toBe(9);
    expect(checks.region).toMatchObject({ status: 'failed', says: expect.stringMatching(says), remedy: expect.stringContaining(remedy) });
    expect([checks.name, checks.TLS, checks.HTTP, checks.clock].map((check) => check!.status)).toEqual(Array(4).fill('skipped'));
  });

  it('fails where the name has no address, and looks no further', async () => {
    const { code, checks } = await doctor(['--base-url', 'https://name.invalid']);
    expect(code).toBe(9);
    expect(checks.name).toMatchObject({ status: 'failed', remedy: expect.stringContaining('DNS') });
    expect(checks.TLS).toMatchObject({ status: 'skipped' });
    // Nothing has told the server's time, so nothing is said of it.
    expect(checks.signature).toMatchObject({ status: 'passed', says: expect.stringContaining("the server's clock is not known") });
    expect(checks.signature!.says).not.toContain('is valid by');
  });

  it('checks the region that is given, even if the environment has a base URL', () => {
    const [region = '', { url }] = Object.entries(servers)[0]!;
    const find = (given: object): Findings => {
      const findings: Findings = {
        env: { FINAUTH_BASE_URL: 'https://elsewhere.example' },
        apiSecret: undefined,
        livenessId: undefined,
        sceneFrom: '--liveness-id',
        timeoutMs: 1,
      };
      checkRegion(findings, given);
      return findings;
    };
    expect(find({ region }).url?.host).toBe(new URL(url).host);
    expect(find({ region, baseUrl: 'https://other.example' }).url?.host).toBe('other.example');
    expect(find({}).url?.host).toBe('elsewhere.example');
  });

  it('says which variable or option made it call', async () => {
    await using sandbox = await startSandbox();
    const { apiKey, apiSecret } = sandbox.credentials;
    const given = { FINAUTH_API_KEY: apiKey, FINAUTH_API_SECRET: apiSecret, FINAUTH_LIVENESS_ID: 'my-scene' };
    const { checks } = await doctor(['--base-url', sandbox.url], given);
    expect(checks.call).toMatchObject({ status: 'passed', says: expect.stringContaining('FINAUTH_LIVENESS_ID') });
  });

  it('tells TLS that is not trusted from TLS that is, and from none', async () => {
    // Made once, with openssl, and good for a hundred years: not every machine has openssl.
    const [keyFile, certFile] = ['key', 'cert'].map((kind) => join(import.meta.dirname, `../testing/localhost.${kind}.pem`)) as [
      string,
      string,
    ];
    const server = createServer({ key: readFileSync(keyFile), cert: readFileSync(certFile) }, (_request, response) =>
      response.end(),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      const untrusted = await doctor(['--base-url', `https://localhost:${port}`]);
      expect(untrusted.checks.TLS).toMatchObject({
        status: 'failed',
        says: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT'),
        remedy: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
      });
      const trusted = await doctor(['--base-url', `https://localhost:${port}`], { ...env, NODE_EXTRA_CA_CERTS: certFile });
      expect([trusted.checks.TLS!.status, trusted.checks.HTTP!.status, trusted.checks.clock!.status]).toEqual([
        'passed',
        'passed',
        'passed',
      ]);
      expect(untrusted.checks.TLS!.says).toContain('issued by localhost');
      // The command's own clock is set to three days before the certificate's end. OpenSSL looks at the machine's.
      const { validTo } = new X509Certificate(readFileSync(certFile));
      const clock = `const at = Date.parse(${JSON.stringify(validTo)}) - 3.5 * 86_400_000; Date.now = () => at;`;
      const soon = { ...env, NODE_EXTRA_CA_CERTS: certFile, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(clock)}` };
      expect((await doctor(['--base-url', `https://localhost:${port}`], soon)).checks.TLS).toMatchObject({
        status: 'warned',
        says: expect.stringContaining('expires in 3 days'),
      });
      const unchecked = { ...env, NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1' };
      expect((await doctor(['--base-url', `https://localhost:${port}`], unchecked)).checks.TLS).toMatchObject({
        status: 'warned',
        says: expect.stringContaining('NODE_TLS_REJECT_UNAUTHORIZED=0'),
      });
      const otherName = await doctor(['--base-url', `https://127.0.0.1:${port}`], { ...env, NODE_EXTRA_CA_CERTS: certFile });
      expect(otherName.checks.TLS).toMatchObject({ status: 'failed', says: expect.stringContaining('ALTNAME') });
      await using plain = await offBy(0);
      const none = await doctor(['--base-url', plain.url.replace('http:', 'https:')]);
      expect(none.checks.TLS).toMatchObject({ status: 'failed', remedy: expect.stringContaining('does not speak TLS') });
    } finally {
      server.close();
    }
  });

  it('says what a server that is not well answers', async () => {
    await using moved = await answerServer({ status: 302, headers: () => ({ location: '/login' }) });
    await using down = await answerServer({ status: 502 });
    await using silent = await answerServer(undefined);
    expect((await doctor(['--base-url', moved.url])).checks.HTTP).toMatchObject({
      status: 'warned',
      remedy: expect.stringContaining('redirect'),
    });
    expect((await doctor(['--base-url', down.url])).checks.HTTP).toMatchObject({ status: 'warned', says: expect.stringContaining('502') });
    expect((await doctor(['--base-url', silent.url, '--timeout-ms', '300'])).checks.HTTP).toMatchObject({
      status: 'failed',
      says: expect.stringContaining('ETIMEDOUT'),
    });
  });

  it('says it for people, too: each check on a line, the remedy under it', async () => {
    await using server = await offBy(20);
    const { stdout, code } = await runFinauth(['doctor', '--base-url', server.url], { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^warned {3}clock {9}(?:19|20|21) seconds behind the server's\n {20,}Synchronize this machine's clock with NTP/m,
    );
    expect(stdout).toMatch(/\n\n4 passed, 1 warned, 0 failed, 3 skipped\n$/);
  });
});
