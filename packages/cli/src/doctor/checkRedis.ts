import { REDIS_PASSWORD_NAME } from '../environment.ts';
import { failed, type Outcome, passed, warned } from './check.ts';
import type { Findings } from './findings.ts';
import { networkRemedy } from '../proxy/networkRemedy.ts';
import { type RedisCommand, RedisError, withRedis } from './redisCommands.ts';

/** What `@finauth-sdk/fleet` needs. */
const OLDEST = [6, 2] as const;
const SLOW_MS = 50;
const TRIPS = 5;
const KEY = 'finauth:doctor';
/** Each kind of command that a shared limit uses, on a key of its own. */
const TRIAL = `redis.call('TIME') redis.call('HSET', KEYS[1], 'checked', 1) redis.call('HGETALL', KEYS[1]) redis.call('PEXPIRE', KEYS[1], 1000)
redis.call('HDEL', KEYS[1], 'checked') return redis.call('PUBLISH', ARGV[1], '')`;

/** Whether a Redis or Valkey can keep one limit for a whole fleet. */
export async function checkRedis({ redisUrl, timeoutMs, env }: Findings): Promise<Outcome | undefined> {
  if (redisUrl === undefined) return undefined;
  const { host } = redisUrl;
  try {
    return await withRedis(
      redisUrl,
      timeoutMs,
      async (command) => await judge(host, await ask(command, redisUrl, env[REDIS_PASSWORD_NAME])),
    );
  } catch (error) {
    if (error instanceof RedisError) return failed(`${host} refused: ${error.message}`, remedyFor(error.message));
    const { code = 'no answer' } = error as NodeJS.ErrnoException;
    return failed(`${host} does not respond (${code})`, networkRemedy(code, env));
  }
}

interface Answers {
  readonly info: ReadonlyMap<string, string>;
  readonly tripMs: number;
  /** Why a script like that of a shared limit did not run. */
  readonly refusal: string | undefined;
}

async function ask(command: RedisCommand, url: URL, password: string | undefined): Promise<Answers> {
  const user = decodeURIComponent(url.username);
  if (password) await command('AUTH', ...(user ? [user] : []), password);
  let tripMs = Infinity;
  // The quickest of some: the first pays for what is done only once, and this machine may be busy.
  for (let trip = 0; trip < TRIPS; trip++) {
    const start = performance.now();
    await command('PING');
    tripMs = Math.min(tripMs, performance.now() - start);
  }
  const info = new Map((await command('INFO')).split('\r\n').map((line) => line.split(':', 2) as [string, string]));
  const refusal = await command('EVAL', TRIAL, '1', KEY, KEY).then(
    () => undefined,
    (error: Error) => error.message,
  );
  return { info, tripMs, refusal };
}

function judge(host: string, { info, tripMs, refusal }: Answers): Outcome {
  const valkey = info.get('valkey_version');
  const version = valkey ?? info.get('redis_version') ?? 'of an unknown version';
  const says = `${valkey === undefined ? 'Redis' : 'Valkey'} ${version} at ${host}`;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const policy = info.get('maxmemory_policy') ?? 'noeviction';
  if (info.get('role') === 'slave')
    return failed(`${says} is a replica, which accepts no writes`, 'Connect your client to the primary, the Sentinels or the Cluster.');
  if (valkey === undefined && !(major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])))
    return failed(`${says} is too old`, `Update it to ${OLDEST.join('.')} or later.`);
  // On a cluster, the key of the trial may be on another node, which says nothing.
  if (refusal !== undefined && !refusal.startsWith('MOVED')) return failed(`${says} refuses the script: ${refusal}`, remedyFor(refusal));
  if (policy.startsWith('allkeys'))
    return warned(
      `${says} may evict any key when its memory is full (${policy})`,
      'Set maxmemory-policy to noeviction, or to a volatile policy with enough memory: if the limit is evicted, no call starts for one lease.',
    );
  if (tripMs > SLOW_MS)
    return warned(
      `${says} takes ${tripMs.toFixed(0)} ms to respond`,
      'Use one that is closer: each call waits for it before it starts, and freed slots stay unused meanwhile.',
    );
  return passed(`${says} can keep a shared limit, and answers in ${tripMs.toFixed(1)} ms`);
}

function remedyFor(message: string): string {
  if (/^(NOAUTH|WRONGPASS|ERR (AUTH|invalid password|Client sent AUTH))/i.test(message))
    return 'Set its password in REDISCLI_AUTH, and its user, if it has one, in the URL: redis://user@host:6379.';
  if (message.startsWith('NOPERM'))
    return 'Give the user the rights that a shared limit needs: ~finauth:* &finauth:* +@scripting +@hash +@pubsub +time +pexpire, and here +info +ping.';
  return 'Look up the message in the Redis documentation, and check host and port.';
}
