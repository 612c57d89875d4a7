import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { createWire } from './createWire.ts';
import { startRedis } from './startRedis.ts';

const finauth = join(dirname(createRequire(import.meta.url).resolve('@finauth-sdk/cli/package.json')), 'dist/finauth.js');

interface Check {
  readonly name: string;
  readonly status: string;
  readonly says: string;
  readonly remedy?: string;
}

/** What doctor says of a Redis. What it says of FinAuth, which nobody answers for here, is not looked at. */
async function doctor(url: string, password?: string): Promise<{ readonly check: Check | undefined; readonly output: string }> {
  const args = [finauth, 'doctor', '--base-url', 'http://127.0.0.1:9', '--json', '--timeout-ms', '5000', '--redis-url', url];
  const { PATH, HOME } = process.env;
  const command = spawn(process.execPath, args, { env: { PATH, HOME, ...(password && { REDISCLI_AUTH: password }) } });
  let output = '';
  for (const stream of [command.stdout, command.stderr]) stream.setEncoding('utf8').on('data', (piece: string) => (output += piece));
  await once(command, 'close');
  const checks = output.startsWith('{') ? (JSON.parse(output) as { checks: Check[] }).checks : [];
  return { check: checks.find(({ name }) => name === 'Redis'), output };
}

it('a Redis that can keep a shared limit passes, and nothing is left in it', async () => {
  await using redis = await startRedis();
  expect((await doctor(redis.url)).check).toMatchObject({
    status: 'passed',
    says: expect.stringMatching(/^(Redis|Valkey) \d+\.\d+\S* at 127\.0\.0\.1:\d+ can keep a shared limit, and answers in [\d.]+ ms$/),
  });
  expect(await redis.command('EXISTS', 'finauth:doctor')).toBe(':0');
});

it('a password comes from the environment, and from nowhere else', async () => {
  await using redis = await startRedis('--requirepass', 'a-password-of-redis');
  expect((await doctor(redis.url)).check).toMatchObject({ status: 'failed', remedy: expect.stringContaining('REDISCLI_AUTH') });
  expect((await doctor(redis.url, 'a-wrong-one')).check).toMatchObject({
    status: 'failed',
    remedy: expect.stringContaining('REDISCLI_AUTH'),
  });
  const right = await doctor(redis.url, 'a-password-of-redis');
  expect(right.check).toMatchObject({ status: 'passed' });
  const refused = await doctor(redis.url.replace('//', '//:a-password-of-redis@'));
  expect(refused.check).toBeUndefined();
  expect(refused.output).toContain('REDISCLI_AUTH');
  for (const { output } of [right, refused]) expect(output).not.toContain('a-password-of-redis');
});

it('a user without the rights is told which', async () => {
  // With a setting, so that it is one of our own: nobody else's gets a user.
  await using redis = await startRedis('--appendonly', 'no');
  await redis.command('ACL', 'SETUSER', 'narrow', 'on', '>narrow-password', '~other:*', '+@all');
  const url = redis.url.replace('//', '//narrow@');
  expect((await doctor(url, 'narrow-password')).check).toMatchObject({ status: 'failed', remedy: expect.stringContaining('~finauth:*') });
  // Those that the remedy names are enough.
  const rights = '~finauth:* &finauth:* -@all +@scripting +@hash +@pubsub +time +pexpire +info +ping'.split(' ');
  expect(await redis.command('ACL', 'SETUSER', 'narrow', 'resetkeys', 'resetchannels', ...rights)).toBe('+OK');
  expect((await doctor(url, 'narrow-password')).check).toMatchObject({ status: 'passed' });
});

it('a replica, one that drops keys, and one that is far away are told of', async () => {
  await using redis = await startRedis('--maxmemory-policy', 'allkeys-lru');
  expect((await doctor(redis.url)).check).toMatchObject({ status: 'warned', says: expect.stringContaining('allkeys-lru') });
  await redis.command('CONFIG', 'SET', 'maxmemory-policy', 'noeviction');
  await using wire = await createWire(redis.url);
  wire.delayMs = 40;
  expect((await doctor(wire.url)).check).toMatchObject({ status: 'warned', remedy: expect.stringContaining('closer') });
  await redis.command('REPLICAOF', '127.0.0.1', '9');
  expect((await doctor(redis.url)).check).toMatchObject({ status: 'failed', says: expect.stringContaining('replica') });
});

it('one that is not there, and what is no Redis, fail', async () => {
  const server = createServer((socket) =>
    socket
      .on('error', () => {})
      .resume()
      .end('HTTP/1.1 400 Bad Request\r\n\r\n'),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect((await doctor(`redis://127.0.0.1:${port}`)).check).toMatchObject({
    status: 'failed',
    says: expect.stringContaining('not from Redis'),
  });
  server.close();
  await once(server, 'close');
  expect((await doctor(`redis://127.0.0.1:${port}`)).check).toMatchObject({
    status: 'failed',
    says: expect.stringContaining('ECONNREFUSED'),
  });
  expect((await doctor('http://127.0.0.1:1')).output).toContain('redis://127.0.0.1:6379');
});
