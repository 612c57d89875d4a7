import { spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { signatureScheme } from '@finauth-sdk/client';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { startSandbox } from '@finauth-sdk/sandbox';
import { beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { type ExitClass, exitCodes } from '../exitCodes.ts';
import { answerServer } from '../testing/answerServer.ts';
import { HASH } from '../testing/hash.ts';
import { finauth, runFinauth, runOnTerminal } from '../testing/runFinauth.ts';

const env = { FINAUTH_API_KEY: 'example-key', FINAUTH_API_SECRET: 'example-secret' };
const expireTime = 1_800_000_000 + signatureScheme.defaultWindowSeconds;
const rawWith = (random: string): string => `a=example-key&b=${expireTime}&c=1800000000&d=${random}`;
const goodRaw = rawWith('1234567890');
const good = Buffer.concat([createHmac(HASH, 'example-secret').update(goodRaw).digest(), Buffer.from(goodRaw)]).toString('base64');
const ESCAPE = '\u001b';

describe('what is printed', () => {
  it('has no escape codes where there is no terminal', async () => {
    await using sandbox = await startSandbox();
    const runs: [args: string[], code: number, says: string][] = [
      [['--help'], 0, 'Usage: finauth'],
      [['sign'], 0, 'raw string'],
      [['explain', '--at', '1800000000', good], 0, 'well-formed'],
      [['doctor', '--base-url', sandbox.url, '--liveness-id', 'a'], 9, 'credentials'],
      [['token', '--base-url', sandbox.url, '--liveness-id', 'a'], 6, 'finauth: FinAuth answered 403'],
      [['nonsense'], 2, 'finauth: '],
    ];
    // FORCE_COLOR is for tests of others; here a pipe is a pipe.
    const given = { ...env, FORCE_COLOR: '1', TERM: 'xterm-256color' };
    const ended = await Promise.all(runs.map(([args]) => runFinauth(args, { env: given })));
    ended.forEach(({ code, stdout, stderr }, index) => {
      const [args, expected, says] = runs[index]!;
      expect({ args, code }).toEqual({ args, code: expected });
      expect(stdout + stderr).toContain(says);
      expect(stdout + stderr).not.toContain(ESCAPE);
      expect(stdout + stderr).not.toContain('⠋');
    });
  });

  it('is JSON with --json, and nothing else, for every command', async () => {
    await using sandbox = await startSandbox();
    const { apiKey, apiSecret } = sandbox.credentials;
    const error = (exitCode: number): object => ({ error: { exitCode, class: expect.any(String), message: expect.any(String) } });
    const explained = (...ids: string[]): object => ({ mistakes: ids.map((id) => expect.objectContaining({ id })) });
    const checks = expect.arrayContaining([expect.objectContaining({ name: 'credentials', status: 'passed' })]);
    const runs: [args: string[], code: number, prints: object][] = [
      [['sign'], 0, { raw: expect.any(String), digestHex: expect.any(String), sign: expect.any(String) }],
      [['explain', '--at', '1800000000', good], 9, { ...explained('other-secret', 'other-key'), fitsSecret: false }],
      [['explain', 'nonsense'], 9, { wellFormed: false }],
      [['doctor', '--base-url', sandbox.url], 0, { ok: true, checks }],
      [['doctor'], 9, { ok: false, checks }],
      [['token', '--base-url', sandbox.url, '--liveness-id', 'a'], 0, { biz_token: expect.any(String), request_id: expect.any(String) }],
      [['token', '--base-url', sandbox.url, '--liveness-id', sandbox.liveness.DENIED], 6, error(6)],
      [['token'], 2, error(2)],
      [['nonsense'], 2, error(2)],
    ];
    const given = { FINAUTH_API_KEY: apiKey, FINAUTH_API_SECRET: apiSecret };
    const ended = await Promise.all(runs.map(([args]) => runFinauth([...args, '--json'], { env: given })));
    ended.forEach(({ code, stdout }, index) => {
      const [args, expected, prints] = runs[index]!;
      expect({ args, code }).toEqual({ args, code: expected });
      expect(JSON.parse(stdout)).toMatchObject(prints);
    });
  });

  it('is the version, and help with examples for every command', async () => {
    expect(await runFinauth(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
    for (const command of [[], ['token'], ['sign'], ['explain'], ['doctor'], ['sandbox']]) {
      // One after the other: a process for each at once would crowd two cores.
      const { code, stdout, stderr } = await runFinauth([...command, '--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/\nExamples:\n {2}\$ \S/);
      expect(stdout).toContain(`Usage: finauth ${command.join('')}`);
    }
  });

  it('is help in each form that people try', async () => {
    const { stdout: whole } = await runFinauth(['--help']);
    expect(await runFinauth(['help'])).toEqual({ code: 0, stdout: whole, stderr: '' });
    const { stdout: ofToken } = await runFinauth(['token', '--help']);
    expect(await runFinauth(['help', 'token'])).toEqual({ code: 0, stdout: ofToken, stderr: '' });
  });

  it.each([
    [['token', '--regoin', 'sgp'], 'finauth token --help'],
    [['sandbox', '--port', 'a'], 'finauth sandbox --help'],
    [['tokn'], 'finauth --help'],
    [['--regoin', 'token'], 'finauth --help'],
  ])('of wrong arguments leads to the help of the command: %s', async (args, help) => {
    expect(await runFinauth(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(`See ${help}.`) as string });
  });

  it('names in the help the default of each option that has one', async () => {
    const defaults = {
      token: ['10000', '2'],
      sign: [String(signatureScheme.defaultWindowSeconds)],
      doctor: ['10000'],
      sandbox: ['4011', '0'],
    };
    for (const [command, values] of Object.entries(defaults)) {
      const { stdout } = await runFinauth([command, '--help']);
      for (const value of values) expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`(default: ${value})`);
    }
  });

  it('is the same for sign as for anybody who follows the steps', async () => {
    const { stdout } = await runFinauth(['sign', '--json', '--at', '1800000000', '--random', '1234567890'], { env });
    const raw = goodRaw;
    const digest = createHmac(HASH, 'example-secret').update(raw).digest();
    expect(JSON.parse(stdout)).toEqual({
      raw,
      digestHex: digest.toString('hex'),
      sign: Buffer.concat([digest, Buffer.from(raw)]).toString('base64'),
    });
    expect((await runFinauth(['sign', '--quiet', '--at', '2027-01-15T08:00:00Z', '--random', '1234567890'], { env })).stdout).toBe(
      `${good}\n`,
    );
    expect((await runFinauth(['sign', '--json', '--single-use', '--at', '1800000000'], { env })).stdout).toContain('&b=0&');
  });

  it.each(['0799687066', '0', '00', '0000000000', '7', '9999999999'])('signs the random number %s as its digits stand', async (random) => {
    const { code, stdout } = await runFinauth(['sign', '--json', '--at', '1800000000', '--random', random], { env });
    const raw = rawWith(random);
    const digest = createHmac(HASH, 'example-secret').update(raw).digest();
    expect({ code, ...JSON.parse(stdout) }).toEqual({
      code: 0,
      raw,
      digestHex: digest.toString('hex'),
      sign: Buffer.concat([digest, Buffer.from(raw)]).toString('base64'),
    });
  });

  it.each(['', '-1', '+1', '1.0', '1e3', '0x1', '00000000000', '12345678901', '٣'])('signs no random number %j', async (random) => {
    expect(await runFinauth(['sign', `--random=${random}`], { env })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/--random .*Use a whole number of at most 10 digits/),
    });
  });

  it('ends quietly when the reader goes away', async () => {
    const child = spawn(process.execPath, [finauth, '--help'], { env: {} });
    child.stdout.destroy();
    const stderr = await text(child.stderr);
    expect(stderr).toBe('');
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(0);
  });
});

// script(1) makes the terminal, by arguments that are Linux's.
describe.runIf(process.platform === 'linux')('on a terminal', () => {
  beforeAll(() => {
    if (spawnSync('script', ['--version']).status !== 0)
      throw new Error('These tests need script(1), which makes a terminal for them: install util-linux (on Debian, bsdutils).');
  });

  it('has colours, and none with NO_COLOR or on a dumb one', async () => {
    const explained = (more: Record<string, string>) => runOnTerminal(['explain', '--at', '1800000000', good], { ...env, ...more });
    expect(await explained({})).toMatchObject({ code: 0, stdout: expect.stringContaining(`${ESCAPE}[`) });
    for (const more of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
      const { code, stdout } = await explained(more);
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('the digest matches it') });
      expect(stdout).not.toContain(ESCAPE);
    }
  });

  it('shows a spinner while it waits, and wipes it without escape codes under NO_COLOR', async () => {
    await using sandbox = await startSandbox({ latencyMs: 300 });
    const { apiKey, apiSecret } = sandbox.credentials;
    const given = { FINAUTH_API_KEY: apiKey, FINAUTH_API_SECRET: apiSecret, FINAUTH_BASE_URL: sandbox.url };
    const { stdout, code } = await runOnTerminal(['token', '--liveness-id', 'a'], { ...given, NO_COLOR: '1' });
    expect(code).toBe(0);
    expect(stdout).toContain('⠋ Asking FinAuth for a biz_token');
    expect(stdout).not.toContain(ESCAPE);
    const [issued] = [...stdout.matchAll(/\r +\r(\S+)\r\n/g)];
    expect([...sandbox.issued].map(({ token }) => token)).toEqual([issued![1]]);
  });

  it('asks for what is missing, and shows none of what is typed', async () => {
    await using sandbox = await startSandbox();
    const { apiKey, apiSecret } = sandbox.credentials;
    const { stdout, code } = await runOnTerminal(['token', '--liveness-id', 'a', '--base-url', sandbox.url], {}, [
      ['API key', `${apiKey}\r`],
      ['API secret', `${apiSecret}\r`],
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('request_id');
    expect(stdout).not.toContain(apiSecret);
    expect(stdout).not.toContain(apiKey);
  });

  it('prints a secret that was typed as little as one from the environment', async () => {
    const typed = 'canaryCanary0123456789';
    await using server = await answerServer({ status: 200, body: { ...exampleAnswers.getBizToken, [`x${typed}`]: 1 } });
    const { stdout, code } = await runOnTerminal(
      ['token', '--json', '--liveness-id', 'a', '--base-url', server.url],
      { FINAUTH_API_KEY: 'example-key' },
      [['API secret', `${typed}\r`]],
    );
    expect(code).toBe(0);
    expect(stdout).toContain(exampleAnswers.getBizToken.biz_token);
    expect(stdout).not.toContain(typed);
  });

  it.each<[what: string, args: string[], given: Record<string, string>, prompt: string, said: string, exitClass: ExitClass]>([
    ['sign', ['sign'], { FINAUTH_API_KEY: 'example-key' }, 'API secret', 'No API secret was entered.', 'config'],
    ['sign, for the key', ['sign'], {}, 'API key', 'No API key was entered.', 'config'],
    ['explain', ['explain', '--ask-secret', good], {}, 'API secret', 'No API secret was entered.', 'config'],
    ['explain, for the signature', ['explain'], {}, 'Signature', 'The signature is missing:', 'usage'],
  ])('does not go on with an empty answer to a prompt: %s', async (_what, args, given, prompt, said, exitClass) => {
    const { stdout, code } = await runOnTerminal(args, given, [[prompt, ' \r']]);
    expect(stdout).toContain(said);
    expect(code).toBe(exitCodes[exitClass]);
  });

  it('stops at Ctrl-C in a prompt, with 130', async () => {
    const { stdout, code } = await runOnTerminal(['sign'], { FINAUTH_API_KEY: 'example-key' }, [['API secret', '\u0003']]);
    expect(stdout).toMatch(/finauth:.* Stopped\./);
    expect(code).toBe(130);
  });
});
