import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { startSandbox } from '@finauth-sdk/sandbox';
import { describe, expect, it } from 'vitest';
import { answerServer } from './testing/answerServer.ts';
import { HASH } from './testing/hash.ts';
import { type Ended, runFinauth } from './testing/runFinauth.ts';

const secret = 'canaryCanary0123456789';
const key = 'example-key';
const env = { FINAUTH_API_KEY: key, FINAUTH_API_SECRET: secret, FINAUTH_LIVENESS_ID: 'example-scene' };
const raw = `a=${key}&b=1800000100&c=1800000000&d=1234567890`;
const digest = createHmac(HASH, secret).update(raw).digest();
const sign = Buffer.concat([digest, Buffer.from(raw)]).toString('base64');

/** All that a command said. */
const said = ({ stdout, stderr }: Ended): string => stdout + stderr;

describe('no output holds the secret', () => {
  it('whatever the command and however it ends', async () => {
    // One that repeats the request in its error, as a careless proxy does.
    await using echo = await answerServer({ status: 403, body: { error: `AUTHORIZATION_ERROR: ${secret} ${sign} ${raw}` } });
    await using down = await answerServer({ status: 502, body: `<p>${secret}</p>` });
    await using good = await answerServer({ status: 200, body: exampleAnswers.getBizToken });
    const at = (url: string, token: number, doctor: number): [string[], number][] => [
      [['token', '--base-url', url, '--retries', '0'], token],
      [['token', '--base-url', url, '--retries', '0', '--json'], token],
      [['doctor', '--base-url', url], doctor],
      [['doctor', '--base-url', url, '--json'], doctor],
    ];
    const runs: [args: string[], code: number][] = [
      ...at(good.url, 0, 0),
      ...at(echo.url, 6, 9),
      ...at(down.url, 8, 9),
      [['token', '--base-url', 'https://name.invalid', '--retries', '0'], 4],
      [['token', '--region', 'mars'], 2],
      [['sign'], 0],
      [['sign', '--json'], 0],
      [['sign', '--at', 'never'], 2],
      [['explain', '--at', '1800000000', sign], 0],
      [['--help'], 0],
      [[secret], 2],
      [[`--api-secret=${secret}`], 2],
    ];
    const ended = await Promise.all(runs.map(([args]) => runFinauth(args, { env })));
    ended.forEach((run, index) => {
      const [args, code] = runs[index]!;
      // A command that crashes at once says no secret either.
      expect({ args, code: run.code }).toEqual({ args, code });
      expect(said(run), args.join(' ')).not.toContain(secret);
      expect(said(run), args.join(' ')).not.toContain('at file:');
      // And no signature or its parts, but for the command that is there to print one.
      if (args[0] !== 'sign') expect(said(run), args.join(' ')).not.toMatch(/a=example-key|[A-Za-z0-9+/]{60,}/);
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
    expect(explained).toMatchObject({ code: 0, stdout: expect.stringContaining('the digest matches it') });
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
    ).toMatchObject({ code: 3, stderr: expect.stringContaining('stdin was empty') });
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
    ['token', `--liveness-id=x${secret}`],
    ['token', '--uuid', `x${secret}y`],
    ['doctor', `--liveness-id=x${secret}y`],
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

it('a secret from stdin is looked for among the arguments too, and nothing is sent', async () => {
  await using server = await answerServer({ status: 200, body: exampleAnswers.getBizToken });
  const args = ['token', '--secret-stdin', '--base-url', server.url, `--liveness-id=x${secret}`];
  const run = await runFinauth(args, { env: { FINAUTH_API_KEY: key }, input: secret });
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('looks like a credential') });
  expect(said(run)).not.toContain(secret);
  expect(server.requests).toEqual([]);
});

describe('the value of an argument that is not right', () => {
  it.each([
    ['token', '--timeout-ms', 'hunter2'],
    ['token', '--region', 'hunter2'],
    ['token', '--retries=hunter2'],
    ['sign', '--at', 'hunter2'],
    ['sign', '--random', 'hunter2'],
    ['sandbox', '--port', 'hunter2'],
    ['sandbox', '--host', 'hunter2.invalid'],
    ['token', '--base-url', 'hunter2'],
    ['token', '--base-url', 'https://jane:hunter2@host.invalid'],
    ['doctor', '--base-url', 'https://jane:hunter2@host.invalid'],
    ['token', '--tokn=hunter2'],
    ['--hunter2'],
    ['hunter2'],
    ['token', 'hunter2'],
  ])('is not repeated: %s %s %s', async (...args) => {
    const run = await runFinauth(args, { env: { ...env, FINAUTH_REGION: '' } });
    expect(run.code).toBeOneOf([2, 3, 9]);
    expect(said(run).length).toBeGreaterThan(20);
    expect(said(run)).not.toContain('hunter2');
  });
});

describe('the answer of a hostile server', () => {
  const ESCAPE = '\u001b[31m';
  // Characters that act on a terminal, or show something else than there is.
  const hidden = [
    '\u0007',
    '\u009b',
    '\u007f',
    '\u200b',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u202e',
    '\u2066',
    '\u061c',
    '\ufff9',
    '\u2028',
    '\u2029',
    '\u00ad',
    '\u3164',
    '\ufe0f',
    '\u{e0041}',
    '\ud800',
  ];
  const nasty = `${ESCAPE}${hidden.join('x')}`;
  const plain = /^[\x20-\x7e\n\ufffd]*$/;

  it('is shown by --json without what a terminal acts on and without the secret, in names as in values', async () => {
    const body = {
      ...exampleAnswers.getBizToken,
      [`a${nasty}b`]: nasty,
      [secret]: 1,
      nested: [{ [`x${secret}`]: `${secret.slice(0, 11)}\u200b${secret.slice(11)}`, hex: Buffer.from(secret).toString('hex') }],
      ['__proto__']: nasty,
    };
    await using server = await answerServer({ status: 200, body });
    const run = await runFinauth(['token', '--base-url', server.url, '--json'], { env });
    expect(run.code).toBe(0);
    expect(said(run)).toMatch(plain);
    expect(said(run)).not.toContain(secret);
    expect(said(run)).not.toContain(secret.slice(0, 11));
    expect(said(run)).not.toContain(Buffer.from(secret).toString('hex'));
    // What the spec does not know is not printed at all.
    expect(JSON.parse(run.stdout)).toEqual(exampleAnswers.getBizToken);
  });

  it.each<[string, (text: string) => string]>([
    ['backwards', (text) => [...text].toReversed().join('')],
    ['in hex, backwards', (text) => [...Buffer.from(text).toString('hex')].toReversed().join('')],
    ['in Base64 of Base64', (text) => Buffer.from(Buffer.from(text).toString('base64')).toString('base64')],
    [
      'in ROT13',
      (text) => text.replaceAll(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + (/[a-m]/i.test(letter) ? 13 : -13))),
    ],
  ])('has no secret that is written %s, in an ID, in another field or in its name', async (_how, write) => {
    const written = write(secret);
    const body = { ...exampleAnswers.getBizToken, request_id: `id-${written}`, note: written, [written]: 1 };
    await using server = await answerServer({ status: 200, body });
    for (const more of [[], ['--json']]) {
      const run = await runFinauth(['token', '--base-url', server.url, ...more], { env });
      expect(run.code).toBe(0);
      expect(said(run)).not.toContain(written.slice(0, 12));
      expect(said(run)).not.toContain(written.slice(-12));
    }
  });

  it('has no API key and no digest in what doctor says of a call', async () => {
    const long = 'canaryKey0123456789';
    for (const written of [long, digest.toString('hex'), [...digest].join('.')]) {
      await using server = await answerServer({ status: 200, body: { ...exampleAnswers.getBizToken, request_id: `id.${written}` } });
      const run = await runFinauth(['doctor', '--base-url', server.url], { env: { ...env, FINAUTH_API_KEY: long } });
      expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('FinAuth issued a biz_token') });
      expect(said(run)).not.toContain(written.slice(0, 12));
    }
  });

  it('is refused where the token itself is the secret backwards', async () => {
    const biz_token = `token-${[...secret].toReversed().join('')}`;
    await using server = await answerServer({ status: 200, body: { ...exampleAnswers.getBizToken, biz_token } });
    expect(await runFinauth(['token', '--base-url', server.url], { env })).toMatchObject({ code: 5, stdout: '' });
  });

  it.each(hidden)('%j in a token is refused', async (character) => {
    await using server = await answerServer({ status: 200, body: { ...exampleAnswers.getBizToken, biz_token: `to${character}ken` } });
    const run = await runFinauth(['token', '--base-url', server.url], { env });
    expect(run).toMatchObject({ code: 5, stdout: '' });
    expect(said(run)).toMatch(plain);
  });

  it('is harmless in every other output', async () => {
    await using refuses = await answerServer({ status: 403, body: { error: `AUTHORIZATION_ERROR: ${nasty}`, request_id: nasty } });
    await using page = await answerServer({ status: 502, body: nasty });
    await using good = await answerServer({ status: 200, body: { ...exampleAnswers.getBizToken, request_id: nasty } });
    for (const { url } of [refuses, page, good]) {
      for (const args of [['token'], ['token', '--json'], ['doctor'], ['doctor', '--json']]) {
        const run = await runFinauth([...args, '--base-url', url, ...(args[0] === 'token' ? ['--retries', '0'] : [])], { env });
        expect(run.code, args.join(' ')).toBeOneOf([0, 5, 6, 8, 9]);
        expect(said(run).length).toBeGreaterThan(10);
        expect(said(run), args.join(' ')).toMatch(plain);
      }
    }
  });

  it.each(['request_id', 'other', sign])('is not shown where it holds a signature, in %s', async (field) => {
    await using server = await answerServer({
      status: 200,
      body: { ...exampleAnswers.getBizToken, [field]: field === sign ? 1 : `id ${sign}` },
    });
    for (const more of [[], ['--json']]) {
      const run = await runFinauth(['token', '--base-url', server.url, ...more], { env });
      expect(run).toMatchObject({ code: 5, stderr: expect.stringContaining('is not shown') });
      expect(said(run)).not.toContain(sign.slice(0, 40));
    }
  });

  it.each<[string, (text: string) => Record<string, unknown>]>([
    ['behind a letter', (text) => ({ request_id: `x${text}` })],
    ['behind two letters, in the name of a field', (text) => ({ [`ab${text}`]: 1 })],
    ['with letters on both sides, in a list', (text) => ({ other: [{ deep: `abc${text}zz` }] })],
    ['in lines', (text) => ({ other: text.replaceAll(/.{20}/g, '$&\r\n') })],
    ['percent-encoded', (text) => ({ other: `xy${encodeURIComponent(text)}` })],
    ['in the alphabet of URLs', (text) => ({ other: `x${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}` })],
    ['with its pluses as spaces', (text) => ({ other: text.replaceAll('+', ' ') })],
  ])('is not shown where it holds a signature %s', async (_how, fields) => {
    let text = '';
    for (let random = 1_000_000_000; !/\+.*\/|\/.*\+/.test(text); random++) {
      const signed = `a=${key}&b=1800000100&c=1800000000&d=${random}`;
      text = Buffer.concat([createHmac(HASH, secret).update(signed).digest(), Buffer.from(signed)]).toString('base64');
    }
    await using server = await answerServer({ status: 200, body: { ...exampleAnswers.getBizToken, ...fields(text) } });
    const run = await runFinauth(['token', '--base-url', server.url, '--json'], { env });
    expect(run).toMatchObject({ code: 5, stderr: expect.stringContaining('is not shown') });
    expect(said(run)).not.toContain('biz_token');
  });

  it('that is nested a hundred thousand times breaks nothing', async () => {
    const depth = 100_000;
    const body = JSON.stringify(exampleAnswers.getBizToken).replace(/\}$/, `,"deep":${'['.repeat(depth)}${']'.repeat(depth)}}`);
    await using server = await answerServer({ status: 200, body });
    const run = await runFinauth(['token', '--base-url', server.url, '--json'], { env });
    expect(run.code).toBeOneOf([0, 5]);
    expect(() => JSON.parse(run.stdout) as unknown).not.toThrow();
  });
});

describe('what a Redis answers', () => {
  const password = 'canaryRedis0123456789';
  const doctor = async (answer: string): Promise<Ended> => {
    const server = createServer((socket) => void socket.on('error', () => {}).on('data', () => socket.write(answer))).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    const url = `redis://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const run = await runFinauth(['doctor', '--base-url', 'http://127.0.0.1:2', '--redis-url', url], {
      env: { ...env, REDISCLI_AUTH: password },
    });
    server.close();
    return run;
  };

  it('is shown without the password that it repeats', async () => {
    // As Redis has it where AUTH has been given another name.
    const run = await doctor(`-ERR unknown command 'AUTH', with args beginning with: '${password}' \r\n`);
    expect(run.stdout).toContain("refused: ERR unknown command 'AUTH'");
    expect(said(run)).not.toContain(password);
  });

  it('is cut where it is long', async () => {
    const run = await doctor(`-ERR ${'x'.repeat(300_000)}\r\n`);
    expect(run.stdout).toContain('refused: ERR xxx');
    expect(said(run).length).toBeLessThan(5_000);
  });
});
