import { describe, expect, it } from 'vitest';
import { createIncomingBody, type IncomingBody } from './incomingBody.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function bodyOf({ status = 200, maxBytes = 100 } = {}): { body: IncomingBody; cancelled(): number } {
  let cancelled = 0;
  return { body: createIncomingBody(status, () => cancelled++, maxBytes), cancelled: () => cancelled };
}

async function read(body: IncomingBody): Promise<string[]> {
  const pieces: string[] = [];
  for await (const chunk of body) pieces.push(new TextDecoder().decode(chunk));
  return pieces;
}

describe('a body on its way in', () => {
  it('has what came while nobody read in one piece', async () => {
    const { body, cancelled } = bodyOf();
    for (const letter of 'letters') body.push(bytes(letter));
    body.end();
    expect(await read(body)).toEqual(['letters']);
    expect(cancelled()).toBe(0);
  });

  it('hands on what comes to whoever waits, in the order in which it came', async () => {
    const { body } = bodyOf();
    const reading = read(body);
    await Promise.resolve();
    body.push(bytes('a'));
    body.push(bytes('b'));
    body.push(bytes('c'));
    body.end();
    expect((await reading).join('')).toBe('abc');
  });

  it('does not change the bytes that it was given, nor those that it has handed on', async () => {
    const { body } = bodyOf();
    const [first, second, third] = [bytes('ab'), bytes('cd'), bytes('ef')];
    body.push(first);
    body.push(second);
    const taken = (await body.next()).value as Uint8Array;
    body.push(third);
    body.push(bytes('gh'));
    expect([first, second, third, taken].map((chunk) => new TextDecoder().decode(chunk))).toEqual(['ab', 'cd', 'ef', 'abcd']);
  });

  it('cancels when its reader leaves before the end, though no more comes', async () => {
    const { body, cancelled } = bodyOf();
    body.push(bytes('a'));
    for await (const chunk of body) {
      expect(chunk).toEqual(bytes('a'));
      break;
    }
    expect(cancelled()).toBe(1);
    // What comes all the same is for nobody.
    body.push(bytes('b'));
    expect(await body.next()).toEqual({ done: true, value: undefined });
  });

  it.each<[string, (body: IncomingBody) => void]>([
    ['it has ended', (body) => body.end()],
    ['it has failed', (body) => body.fail(new Error('lost'))],
  ])('cancels nothing when its reader leaves after %s', async (_what, finish) => {
    const { body, cancelled } = bodyOf();
    finish(body);
    await body.return!();
    expect(cancelled()).toBe(0);
  });

  it.each([
    [100, 0],
    [101, 1],
  ])('of at most 100 bytes: %i are cut off %i times', async (length, times) => {
    const { body, cancelled } = bodyOf();
    body.push(new Uint8Array(60));
    body.push(new Uint8Array(length - 60));
    expect(cancelled()).toBe(times);
    if (times > 0) body.push(new Uint8Array(10_000));
    body.end();
    let received = 0;
    for await (const chunk of body) received += chunk.length;
    expect(received).toBe(length);
  });

  it('gives what came before it failed, and then the reason, to whoever waits as to whoever comes later', async () => {
    const reason = new Error('lost');
    const { body } = bodyOf();
    body.push(bytes('a'));
    body.fail(reason);
    body.fail(new Error('another'));
    expect(await body.next()).toEqual({ done: false, value: bytes('a') });
    await expect(body.next()).rejects.toBe(reason);
    const waiting = bodyOf();
    const next = waiting.body.next();
    waiting.body.fail(reason);
    await expect(next).rejects.toBe(reason);
  });

  it('does not fail once it has ended', async () => {
    const { body } = bodyOf();
    body.end();
    body.fail(new Error('too late'));
    expect(await read(body)).toEqual([]);
  });

  it.each([204, 205, 304])('is empty where the status %i says so', async (status) => {
    const { body, cancelled } = bodyOf({ status });
    body.push(bytes('a'));
    body.fail(new Error('a length that does not hold'));
    expect(await read(body)).toEqual([]);
    expect(cancelled()).toBe(0);
  });
});
