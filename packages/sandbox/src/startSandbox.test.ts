import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { errorCatalogue, tokenLifetimes } from '@finauth-sdk/client';
import { describe, expect, it, vi } from 'vitest';
import { startSandbox } from './startSandbox.ts';
import { routes } from './generated/routes.ts';
import { call, errorOf, signByHand, tokenOf } from './testing/call.ts';

describe('the clock', () => {
  it('is what signatures expire by, and what the Date of an answer says', async () => {
    await using sandbox = await startSandbox({ now: () => 1_800_000_000_000 });
    const sign = signByHand(sandbox);
    expect((await call(sandbox, { sign })).status).toBe(200);
    sandbox.clock.advance(100_000);
    expect((await call(sandbox, { sign })).status).toBe(200);
    sandbox.clock.advance(1_000);
    const late = await call(sandbox, { sign });
    expect(errorOf(late)).toBe('AUTHORIZATION_ERROR: EXPIRED_SIGN');
    expect(late.headers.date).toBe('Fri, 15 Jan 2027 08:01:41 GMT');
    sandbox.clock.set(new Date('2031-01-01T00:00:00Z'));
    expect((await call(sandbox)).headers.date).toBe('Wed, 01 Jan 2031 00:00:00 GMT');
    expect(sandbox.clock.now()).toBe(Date.parse('2031-01-01T00:00:00Z'));
  });

  it('runs on after it was set', async () => {
    let time = 1_000;
    await using sandbox = await startSandbox({ now: () => time });
    sandbox.clock.set(50_000);
    time += 7;
    expect(sandbox.clock.now()).toBe(50_007);
  });

  it('refuses what is no time', async () => {
    await using sandbox = await startSandbox();
    expect(() => sandbox.clock.set(new Date('never'))).toThrow(TypeError);
    expect(() => sandbox.clock.advance(Infinity)).toThrow(TypeError);
  });
});

describe('tokens', () => {
  const lifetimeMs = tokenLifetimes.getBizToken.biz_token * 1_000;

  it('are unique, can be looked up, and run out when their lifetime is over', async () => {
    await using sandbox = await startSandbox({ now: () => 1_800_000_000_000 });
    const tokens = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => tokenOf(await call(sandbox, { uuid: `user-${index}` }))),
    );
    expect(new Set(tokens).size).toBe(10);
    expect(sandbox.issued.size).toBe(10);
    expect([...sandbox.issued].map(({ token }) => token).toSorted()).toEqual(tokens.toSorted());
    const token = tokens[3]!;
    expect(sandbox.issued.get(token)).toMatchObject({
      token,
      operation: 'getBizToken',
      fields: { liveness_id: 'example-scene', uuid: 'user-3' },
      issuedAt: new Date(1_800_000_000_000),
      expiresAt: new Date(1_800_000_000_000 + lifetimeMs),
      expired: false,
    });
    sandbox.clock.advance(lifetimeMs - 1);
    expect(sandbox.issued.isValid(token)).toBe(true);
    sandbox.clock.advance(1);
    expect(sandbox.issued.isValid(token)).toBe(false);
    expect(sandbox.issued.get(token)?.expired).toBe(true);
    expect(sandbox.issued.get('another')).toBeUndefined();
    expect(JSON.stringify([...sandbox.issued])).not.toContain('"sign"');
  });
});

describe('set', () => {
  it('disables and enables the key', async () => {
    await using sandbox = await startSandbox({ keyState: 'disabled' });
    expect(errorOf(await call(sandbox))).toBe('AUTHORIZATION_ERROR: API_KEY_BE_DISCONTINUED');
    sandbox.set({ keyState: 'enabled' });
    expect((await call(sandbox)).status).toBe(200);
  });

  it('allows addresses and subnets', async () => {
    await using sandbox = await startSandbox({ allowedAddresses: ['10.1.2.3', '2001:db8::/32'] });
    expect(errorOf(await call(sandbox))).toBe('AUTHORIZATION_ERROR: IP_NOT_ALLOWED');
    expect(sandbox.requests.at(-1)?.why).toMatchObject({ expected: '10.1.2.3, 2001:db8::/32', got: '127.0.0.1' });
    for (const allowed of ['127.0.0.1', '127.0.0.0/8']) {
      sandbox.set({ allowedAddresses: [allowed] });
      expect((await call(sandbox)).status).toBe(200);
    }
  });

  it('gives a test key so many accepted calls, and counts no other', async () => {
    await using sandbox = await startSandbox({ quota: 2, fail: { times: 1 } });
    await call(sandbox, { apiSecret: 'another' });
    await call(sandbox, { livenessId: sandbox.liveness.DENIED });
    const answers = [await call(sandbox), await call(sandbox), await call(sandbox), await call(sandbox)];
    expect(answers.map(({ status }) => status)).toEqual([500, 200, 200, 403]);
    expect(errorOf(answers[3]!)).toBe('AUTHORIZATION_ERROR: LIMIT_REACHED');
    expect(sandbox.settings.quota).toBe(0);
  });

  it('withdraws permission', async () => {
    await using sandbox = await startSandbox({ permitted: false });
    expect(errorOf(await call(sandbox))).toBe('AUTHORIZATION_ERROR: DENIED');
  });

  it('changes the credentials, after which the old key is not known', async () => {
    await using sandbox = await startSandbox({ credentials: { apiKey: 'old', apiSecret: 'old-secret' } });
    expect((await call(sandbox)).status).toBe(200);
    sandbox.set({ credentials: { apiKey: 'new', apiSecret: 'new-secret' } });
    expect(errorOf(await call(sandbox, { apiKey: 'old', apiSecret: 'old-secret' }))).toBe('AUTHENTICATION_ERROR');
    expect((await call(sandbox)).status).toBe(200);
  });

  it('lets so many calls be at work at once, and the next in when one is answered', async () => {
    // Long enough for four calls to come, also on a busy machine.
    const { status: busy } = errorCatalogue.CONCURRENCY_LIMIT_EXCEEDED;
    await using sandbox = await startSandbox({ maxConcurrent: 2, latencyMs: 1_500 });
    const answers = await Promise.all([call(sandbox), call(sandbox), call(sandbox), call(sandbox)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, busy, busy]);
    expect(errorOf(answers.find(({ status }) => status === busy)!)).toBe('CONCURRENCY_LIMIT_EXCEEDED');
    expect((await call(sandbox)).status).toBe(200);
  });

  it('takes as long as it is told', async () => {
    await using sandbox = await startSandbox({ latencyMs: 150 });
    const began = performance.now();
    await call(sandbox);
    expect(performance.now() - began).toBeGreaterThanOrEqual(145);
    expect((sandbox.requests.at(-1)?.durationMs ?? 0) >= 145).toBe(true);
  });

  it('fails once, n times, for ever, at a rate, and as a gateway', async () => {
    const draws = [0.1, 0.9, 0.3, 0.2];
    await using sandbox = await startSandbox({ random: () => draws.shift()! });
    const statuses = async (count: number): Promise<number[]> => {
      const seen = [];
      for (let index = 0; index < count; index++) seen.push((await call(sandbox)).status);
      return seen;
    };
    sandbox.set({ fail: { times: 1 } });
    expect(await statuses(2)).toEqual([500, 200]);
    sandbox.set({ fail: { times: 3 } });
    expect(await statuses(4)).toEqual([500, 500, 500, 200]);
    sandbox.set({ fail: {} });
    expect(await statuses(3)).toEqual([500, 500, 500]);
    sandbox.set({ fail: { answer: '502', rate: 0.25 } });
    expect(await statuses(4)).toEqual([502, 200, 200, 502]);
    sandbox.set({ fail: null });
    expect(await statuses(1)).toEqual([200]);
    expect(sandbox.requests.find(({ status }) => status === 502)).toMatchObject({
      verdict: 'failure',
      why: { message: expect.stringContaining('set to fail') },
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['a setting that does not exist', { kyeState: 'disabled' }],
    ['a name from Object.prototype', { constructor: 1 }],
    ['a state that does not exist', { keyState: 'off' }],
    ['an address that is none', { allowedAddresses: ['localhost'] }],
    ['a subnet that is too narrow', { allowedAddresses: ['10.0.0.0/33'] }],
    ['a negative quota', { quota: -1 }],
    ['a key with & in it', { credentials: { apiKey: 'a&b', apiSecret: 'my-secret' } }],
    ['an answer that does not exist', { fail: { answer: 'NO_SUCH' } }],
    ['a rate above 1', { fail: { rate: 2 } }],
    ['a misspelt failure', { fail: { time: 2 } }],
    ['a latency that is no number', { latencyMs: Number.NaN }],
  ])('refuses %s, and changes nothing', async (_what, change) => {
    await using sandbox = await startSandbox();
    const before = sandbox.settings;
    expect(() => sandbox.set(change as never)).toThrow(/^The sandbox has no setting |^The setting \w+ must be /);
    expect(() => sandbox.set(change as never)).not.toThrow(/my-secret/);
    expect(sandbox.settings).toBe(before);
    await expect(startSandbox(change as never)).rejects.toThrow(TypeError);
  });
});

describe('requests', () => {
  it('keeps the latest, and as many as it was told', async () => {
    await using sandbox = await startSandbox({ keepRequests: 3 });
    for (let index = 0; index < 5; index++) await call(sandbox);
    expect(sandbox.requests.map(({ number }) => number)).toEqual([3, 4, 5]);
  });

  it('hides the secret wherever a caller puts it', async () => {
    await using sandbox = await startSandbox();
    const { apiSecret } = sandbox.credentials;
    await call(sandbox, { uuid: apiSecret, livenessId: `x ${apiSecret}` });
    await call(sandbox, { apiKey: apiSecret });
    expect(sandbox.requests).toHaveLength(2);
    expect(JSON.stringify(sandbox.requests)).not.toContain(apiSecret);
  });
});

describe('requests with a signature in the wrong field', () => {
  it('are shown without it', async () => {
    await using sandbox = await startSandbox();
    const sign = signByHand(sandbox);
    await call(sandbox, { sign: 'my-scene', livenessId: sign });
    const urlSafe = Buffer.from(sign, 'base64').toString('base64url');
    await call(sandbox, { uuid: `sign=${sign}`, livenessId: urlSafe });
    expect(sandbox.requests).toHaveLength(2);
    const shown = JSON.stringify(sandbox.requests);
    for (const text of [sign, urlSafe]) expect(shown).not.toContain(text.slice(0, 20));
    expect(sandbox.requests[0]!.fields.liveness_id).toMatch(/^.{4}••• \(\d+ characters\)$/);
    expect(sandbox.requests[1]!.fields.uuid).toMatch(/^sign=.{4}•••/);
  });
});

describe('start and end', () => {
  it('is up after 150 ms of work at most, and leaves no handle when closed', { timeout: 60_000 }, async () => {
    // In a process of its own, which ends by itself only if nothing is left.
    const script = `
      const { startSandbox } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)});
      const before = process.cpuUsage();
      const sandbox = await startSandbox({ latencyMs: 60_000 });
      const { user, system } = process.cpuUsage(before);
      const took = (user + system) / 1000;
      const events = await fetch(sandbox.url + '/_sandbox/events');
      const hanging = fetch(sandbox.url + '/x', { method: 'POST', body: 'x' }).catch(() => 'cut');
      await new Promise((done) => setTimeout(done, 50));
      await sandbox.close();
      await sandbox.close();
      await Promise.allSettled([hanging, events.text()]);
      // Node takes a handle off its list a little after its close.
      await new Promise((done) => setTimeout(done, 50));
      const left = process.getActiveResourcesInfo().filter((name) => /TCPServer|Timeout/.test(name));
      console.log(JSON.stringify({ took, left }));
    `;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', new URL('./testing/rawText.ts', import.meta.url).href, '--input-type=module', '--eval', script],
      { timeout: 50_000 },
    );
    const { took, left } = JSON.parse(stdout) as { took: number; left: string[] };
    expect(took).toBeLessThan(150);
    expect(left).toEqual([]);
  });

  it('does not wait for a caller that has not finished', async () => {
    const sandbox = await startSandbox({ limits: { bodyMs: 60_000, headerMs: 60_000 } });
    const { hostname, port } = new URL(sandbox.url);
    const socket = connect(Number(port), hostname);
    const closed = new Promise((done) => socket.on('close', done).on('error', () => {}));
    await new Promise<void>((done) => socket.write(`POST ${routes[0]!.path} HTTP/1.1\r\nContent-Length: 9\r\n\r\nx`, () => done()));
    await vi.waitFor(() => expect(socket.bytesWritten).toBeGreaterThan(0));
    await new Promise((done) => setTimeout(done, 50));
    const began = performance.now();
    await sandbox.close();
    await closed;
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  it('frees its port, and says so when one is taken', async () => {
    const first = await startSandbox();
    const port = Number(new URL(first.url).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
    const second = await startSandbox({ port });
    expect(second.url).toBe(first.url);
    await second.close();
  });
});
