import { createHmac } from 'node:crypto';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { startSandbox } from '@finauth-sdk/sandbox';
import { describe, expect, it } from 'vitest';
import { answerServer } from './testing/answerServer.ts';
import { type Ended, runFinauth } from './testing/runFinauth.ts';

const secret = 'canaryCanary0123456789';
const key = 'example-key';
const env = { FINAUTH_API_KEY: key, FINAUTH_API_SECRET: secret, FINAUTH_LIVENESS_ID: 'example-scene' };
const raw = `a=${key}&b=1800000100&c=1800000000&d=1234567890`;
const digest = createHmac('sha1', secret).update(raw).digest();
const sign = Buffer.concat([digest, Buffer.from(raw)]).toString('base64');

/** All that a command said. */
const said = ({ stdout, stderr }: Ended): string => stdout + stderr;

describe('no output holds the secret', () => {
  it('whatever the command and however it ends', async () => {
    // One that repeats the request in its error, as a careless proxy does.
    await using echo = await answerServer({ status: 403, body: { error: `AUTHORIZATION_ERROR: ${secret} ${sign} ${raw}` } });
    await using down = await answerServer({ status: 502, body: `<p>${secret}</p>` });
    await using good = await answerServer({ status: 200, body: exampleAnswers.getBizToken });
    const runs = [good, echo, down].flatMap(({ url }) => [
      ['token', '--base-url', url, '--retries', '0'],
      ['token', '--base-url', url, '--retries', '0', '--json'],
      ['doctor', '--base-url', url],
      ['doctor', '--base-url', url, '--json'],
    ]);
    runs.push(
      ['token', '--base-url', 'https://name.invalid', '--retries', '0'],
      ['token', '--region', 'mars'],
      ['sign'],
      ['sign', '--json'],
      ['sign', '--at', 'never'],
      ['explain', sign],
      ['--help'],
      [secret],
      [`--api-secret=${secret}`],
    );
    const ended = await Promise.all(runs.map((args) => runFinauth(args, { env })));
    ended.forEach((run, index) => {
      expect(said(run), runs[index]!.join(' ')).not.toContain(secret);
      expect(said(run).length, runs[index]!.join(' ')).toBeGreaterThan(5);
      // And no signature or its parts, but for the command that is there to print one.
      if (runs[index]![0] !== 'sign') expect(said(run), runs[index]!.join(' ')).not.toMatch(/a=example-key|[A-Za-z0-9+/]{60,}/);
    });
  });

  it('when explain looks at signatures that hold it or fail', async () => {
    const spoilt = [
      sign,
      encodeURIComponent(sign),
      sign.slice(1),
      digest.toString('hex') + raw,
      Buffer.from(`${digest.toString('hex')}${raw}`).toString('base64'),
      raw.replace(key, secret),
      `a=1&b=${secret}&c=${secret}&d=${secret}`,
      `${secret}=1&b=2`,
      `sign=${secret}`,
    ];
    const inputs = [...spoilt, ...spoilt.map((text) => Buffer.concat([digest, Buffer.from(text)]).toString('base64'))];
    const runs = inputs.flatMap((input) => [['explain'], ['explain', '--json']].map((args) => runFinauth(args, { env, input })));
    for (const run of await Promise.all(runs)) {
      expect(said(run)).not.toContain(secret);
      expect(said(run)).not.toContain(digest.toString('hex'));
      expect(said(run)).not.toContain(sign);
      expect(run.code).toBeOneOf([0, 9]);
    }
  });

  it('when it comes from stdin', async () => {
    const { FINAUTH_API_SECRET: _none, ...rest } = env;
    await using echo = await answerServer({ status: 403, body: { error: `AUTHORIZATION_ERROR: ${secret}` } });
    const run = await runFinauth(['token', '--secret-stdin', '--base-url', echo.url, '--json'], { env: rest, input: `${secret}\n` });
    expect(run.code).toBe(6);
    expect(said(run)).not.toContain(secret);
    const explained = await runFinauth(['explain', '--secret-stdin', '--at', '1800000000', sign], { env: rest, input: `${secret}\n` });
    expect(explained).toMatchObject({ code: 0, stdout: expect.stringContaining('the digest fits it') });
  });
});

describe('a secret from stdin', () => {
  it('signs', async () => {
    await using sandbox = await startSandbox();
    const { apiKey, apiSecret } = sandbox.credentials;
    const run = await runFinauth(['token', '--secret-stdin', '--base-url', sandbox.url, '--liveness-id', 'a', '--json'], {
      env: { FINAUTH_API_KEY: apiKey },
      input: `${apiSecret}\r\n`,
    });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(
      await runFinauth(['token', '--secret-stdin', '--base-url', sandbox.url, '--liveness-id', 'a'], { env: { FINAUTH_API_KEY: apiKey } }),
    ).toMatchObject({ code: 3, stderr: expect.stringContaining('nothing came') });
  });
});

describe('a credential among the arguments', () => {
  it.each([
    ['token', '--api-secret', 'abc'],
    ['token', '--api-secret=abc'],
    ['sign', '--secret', 'abc'],
    ['sign', '--api_key', 'abc'],
    ['doctor', 'FINAUTH_API_SECRET=abc'],
    ['explain', 'api_secret=abc'],
    ['token', '--liveness-id', secret],
    ['explain', 'aB3dEfGh1jKlMn0pQrStUvWx'],
    ['aB3dEfGh1jKlMn0pQrStUvWx'],
    ['token', 'aB3dEfGh1jKlMn0pQrStUvWx'],
    ['token', '-aB3dEfGh1jKlMn0pQrStUvWx'],
    ['token', '--timeout-ms', 'aB3dEfGh1jKlMn0pQrStUvWx'],
    ['token', '--region=aB3dEfGh1jKlMn0pQrStUvWx'],
    ['sign', '--at', 'aB3dEfGh1jKlMn0pQrStUvWx'],
  ])('is refused and not repeated: %s %s', async (...args) => {
    const run = await runFinauth(args, { env });
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('looks like a credential') });
    for (const value of ['abc', 'aB3dEfGh1jKlMn0pQrStUvWx', secret]) expect(run.stderr).not.toContain(value);
  });
});
