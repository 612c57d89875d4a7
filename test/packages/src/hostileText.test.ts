import { signatureScheme } from '@finauth-sdk/client';
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, inspectSign, verifySign } from '@finauth-sdk/signing';
import * as validator from '@finauth-sdk/validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The linter finds an expression that takes quadratic time. This finds the rest: one put together at run time, or no expression at all.

/** Texts on which a careless expression backtracks: a long run of what it looks for, and an end that makes the match fail. */
const nasty: Readonly<Record<string, (length: number) => string>> = {
  'padding in the middle': (length) => `A${'='.repeat(length - 2)}A`,
  'spaces and a stop': (length) => `A${' '.repeat(length - 2)}!`,
  'spaces alone': (length) => ' '.repeat(length),
  'line breaks': (length) => `A${'\r\n'.repeat(length / 2 - 1)}!`,
  'tabs and line breaks': (length) => `A${'\t\n'.repeat(length / 2 - 1)}!`,
  slashes: (length) => `/${'/'.repeat(length - 2)}x`,
  'escapes that do not end': (length) => `${'%'.repeat(length - 1)}z`,
  'entities that do not end': (length) => '&#1'.repeat(length / 3),
  'escaped escapes': (length) => '%25'.repeat(length / 3),
  backslashes: (length) => '\\'.repeat(length),
  'fields without values': (length) => 'a='.repeat(length / 2),
  'fields without an end': (length) => `a=${'&b'.repeat(length / 2 - 1)}`,
  'colons and spaces': (length) => `X${': '.repeat(length / 2 - 1)}x`,
  digits: (length) => '1'.repeat(length),
  'hex digits': (length) => `${'a1'.repeat(length / 2 - 1)}g`,
  'Base64 of padding': (length) => Buffer.from(`${'A='.repeat(length / 3)}!`).toString('base64'),
  'Base64 of digits': (length) =>
    Buffer.from(`${'.'.repeat(signatureScheme.digestBytes)}a=k&b=${'1'.repeat(length / 2)}x`).toString('base64'),
  'Base64 of fields': (length) => Buffer.from(`${'.'.repeat(signatureScheme.digestBytes)}${'a=&'.repeat(length / 5)}`).toString('base64'),
};

// In eight times the text, what is quadratic takes sixty-four times as long.
const TIMES = 8;
const MOST = 24;
// Below this nobody waits, and the clock is too coarse.
const FREE_MS = 40;

let sandbox: Sandbox;
let url: string;
const credentials = { apiKey: 'key', apiSecret: 'secret-of-a-test' };

beforeAll(async () => {
  sandbox = await startSandbox();
  const finauth = createFinAuth({
    baseUrl: sandbox.url,
    credentials,
    retry: false,
    fetch: (target) => {
      url = String(target);
      return Promise.resolve(Response.json({}));
    },
  });
  await finauth.getBizToken({ liveness_id: 'scene' }).catch(() => {});
});
afterAll(() => sandbox.close());

type Entry = (text: string) => unknown;

/** Everything that takes text from elsewhere, with how much of it. */
const entries: readonly (readonly [what: string, characters: number, entry: Entry])[] = [
  ['the sandbox, as the signature', 40_000, async (text) => expect(await post({ [signatureScheme.fields.sign]: text })).toBe(403)],
  ['the sandbox, as another field', 40_000, (text) => post({ [signatureScheme.fields.sign]: 'AAAA', liveness_id: text })],
  ['the sandbox, as a path', 12_000, (text) => fetch(`${sandbox.url}/${encodeURI(text)}`, { method: 'POST' }).then(drain)],
  ['inspectSign', 960_000, (text) => attempt(() => inspectSign(text))],
  ['verifySign', 960_000, (text) => attempt(() => verifySign(text, 'secret'))],
  ['the client, as an error', 960_000, (text) => answered(JSON.stringify({ error: text }), 403)],
  ['the client, as HTML', 960_000, (text) => answered(text, 502)],
  ['the client, as a token', 960_000, (text) => answered(JSON.stringify({ biz_token: text, request_id: text, time_used: 1 }), 200)],
  ['the client, as Retry-After', 60_000, (text) => answered('{"error":"INTERNAL_ERROR"}', 500, { 'retry-after': oneLine(text) })],
  ['the client, as a base URL', 60_000, (text) => attempt(() => createFinAuth({ baseUrl: `https://localhost/${text}x`, credentials }))],
  [
    'the client, as an input',
    960_000,
    (text) =>
      client('{}', 200)
        .getBizToken({ liveness_id: text, uuid: text })
        .catch(() => {}),
  ],
  ...Object.entries(validator)
    .filter(([name]) => name.startsWith('validate'))
    .map(([name, validate]): [string, number, Entry] => [
      name,
      960_000,
      (text) => (validate as (value: unknown) => unknown)({ liveness_id: text, uuid: text, error: text, biz_token: text, [text]: text }),
    ]),
];

describe.each(entries)('%s', (_what, characters, entry) => {
  it.each(Object.keys(nasty))('takes a time that grows no faster than the text: %s', async (kind) => {
    const texts = [nasty[kind]!(characters / TIMES), nasty[kind]!(characters)] as const;
    const small = await processorMs(entry, texts[0]);
    const large = await processorMs(entry, texts[1], MOST * small + FREE_MS);
    expect(large, `${small.toFixed(1)} ms for ${texts[0].length} characters`).toBeLessThan(MOST * small + FREE_MS);
  });
});

/** The least processor time of a few runs, or of the first that is within what is enough: a busy machine makes none of them shorter. */
async function processorMs(entry: Entry, text: string, enough = 0): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < 3 && least > enough; round++) {
    const before = process.cpuUsage();
    await entry(text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

async function post(fields: Record<string, string>): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    [signatureScheme.fields.version]: signatureScheme.algorithm,
    liveness_id: 'scene',
    ...fields,
  }))
    form.set(name, value);
  const response = await fetch(url, { method: 'POST', body: form });
  await drain(response);
  return response.status;
}

async function drain(response: Response): Promise<void> {
  await response.arrayBuffer();
}

function client(body: string, status: number, headers: Record<string, string> = {}) {
  return createFinAuth({
    region: 'sgp',
    credentials,
    retry: false,
    fetch: () => Promise.resolve(new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } })),
  });
}

async function answered(body: string, status: number, headers: Record<string, string> = {}): Promise<void> {
  await client(body, status, headers)
    .getBizToken({ liveness_id: 'scene' })
    .catch((error: unknown) => String(error));
}

function attempt(step: () => unknown): void {
  try {
    step();
  } catch {
    // What it says is another test's business.
  }
}

/** What a header may hold. */
function oneLine(text: string): string {
  return `x${text.replaceAll(/[\r\n]/g, ' ')}x`;
}
