import { createHash } from 'node:crypto';

/**
 * The protocol of the store. Three kinds of keys, each with scripts that are atomic, and all times are the server's.
 *
 * For a user: how many tokens there were in the window, a number that expires with it.
 *
 * For a token: what is known of it, as JSON, for as long as it matters.
 *
 * For a call that several ask for: a hash, with a field for each who waits for it, whose value is when their lease ends, and behind it the outcome, once there is
 * one for them. The field `leader` says which of them makes the call. Each renews its lease with every `join`. When a leader's lease is over, whoever joins next
 * leads. An outcome is for those who waited when the call ended: who asks afterwards begins another. Only a good outcome is handed on: after a failure, and
 * when nobody waits in the leader's process any more, one of those who wait makes the call.
 */
export const takeScript = `
local taken = tonumber(redis.call('GET', KEYS[1]) or '0')
if taken >= tonumber(ARGV[1]) then return math.max(1, redis.call('PTTL', KEYS[1])) end
if redis.call('INCR', KEYS[1]) == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return 0
`;

export const giveBackScript = `
if tonumber(redis.call('GET', KEYS[1]) or '0') > 0 then redis.call('DECR', KEYS[1]) end
return 1
`;

export const rememberScript = `
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
`;

export const recallScript = `return redis.call('GET', KEYS[1])`;

/** `join`: I wait for the call, or make it, and live. `end`: I am done, with this outcome or none. */
export type Verb = 'join' | 'end';

/** `lead`: make the call, or go on with it. `follow`: another makes it. `outcome`: it is over. */
export type Reply = readonly [role: 'lead' | 'follow'] | readonly [role: 'outcome', outcome: string];

export const callScript = `
local call, me, channel, lease, verb, outcome = KEYS[1], ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local leader, leads, mine, waiting = redis.call('HGET', call, 'leader'), false, '', {}
local stored = redis.call('HGETALL', call)
for i = 1, #stored, 2 do
  local name, ends, has = stored[i], string.match(stored[i + 1], '^(%d+) ?(.*)$')
  if name ~= 'leader' then
    if tonumber(ends) <= now then
      redis.call('HDEL', call, name)
    else
      if name == leader then leads = true end
      if name == me then mine = has
      elseif name ~= leader and has == '' then waiting[name] = ends end
    end
  end
end
if not leads then leader = false end

if verb == 'end' or mine ~= '' then
  redis.call('HDEL', call, me)
  if leader == me then
    redis.call('HDEL', call, 'leader')
    for name, ends in pairs(waiting) do
      if outcome ~= '' then redis.call('HSET', call, name, ends .. ' ' .. outcome) end
      redis.call('PUBLISH', channel .. string.match(name, '^[^.]+'), '')
    end
  end
  return { 'outcome', mine }
end
if not leader then
  leader = me
  redis.call('HSET', call, 'leader', me)
end
redis.call('HSET', call, me, string.format('%d', now + lease))
redis.call('PEXPIRE', call, lease)
return { leader == me and 'lead' or 'follow' }
`;

/** Redis learns neither who a user is, nor a token, nor what a call is about. */
const hidden = (text: string): string => createHash('sha256').update(text).digest('base64url');

export const userKey = (key: string, user: string): string => `finauth:${key}:user:${hidden(user)}`;

export const callKey = (key: string, call: string): string => `finauth:${key}:call:${hidden(call)}`;

export const tokenKey = (key: string, token: string): string => `finauth:${key}:token:${hidden(token)}`;
