/**
 * The protocol: one hash in Redis, and one script that reads and changes it. Each run of the script is atomic, and all times are the server's.
 *
 * A process tells how many calls it has in flight, and for how long its first waiters have waited. It does so whenever that changes, and at each beat, which
 * renews its lease. It always tells the whole state, so a command that was lost or sent twice does no harm. It gets back how many slots it has ever been granted.
 *
 * A field of the hash is a process: `ends`, when its lease does; `granted`, how many slots it has ever been granted; `heard`, of how many of them it has been
 * told; `taken`, the slots that it has now, those included of which it does not know yet; `line`, since when its waiters have waited. The field `opens` says from
 * when on slots are granted.
 *
 * Whoever runs the script grants the free slots to those who have waited longest, whichever process they are in. Another process learns of it by an empty
 * message on its channel, or else at its next beat. One that has not answered is granted at most `AHEAD` slots, for it may be dead.
 */
export interface SyncRequest {
  /** Calls in flight. They count, whether Redis granted them or not. */
  readonly held: number;
  /** `granted`, as in the last reply. */
  readonly known: number;
  /** For how many milliseconds the first waiters have waited, longest first. */
  readonly waitedMs: readonly number[];
  /** Whether Redis must still know of this process, unless it lost data. */
  readonly remembers: boolean;
}

export interface SyncReply {
  readonly granted: number;
  /** Whether Redis knew of this process. If it did not, the slots that it had may have been granted to others. */
  readonly isKnown: boolean;
}

/** A process names no more of its waiters than these in one command; the rest follow as soon as these have got slots. */
export const NAMED = 32;

export const script = `
local AHEAD = 2
local fleet, process, channel = KEYS[1], ARGV[1], ARGV[2]
local limit, lease = tonumber(ARGV[3]), tonumber(ARGV[4])
local held, known, remembers = tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7] == '1'
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000

local opens, all = now, {}
local stored = redis.call('HGETALL', fleet)
for i = 1, #stored, 2 do
  local name, value = stored[i], cjson.decode(stored[i + 1])
  if name == 'opens' then
    opens = math.min(value, now + lease)
  elseif value.ends <= now then
    redis.call('HDEL', fleet, name)
  else
    all[name] = value
    -- Later it cannot end, unless this server's clock is behind that of its predecessor.
    if value.ends > now + lease then
      value.ends = now + lease
      redis.call('HSET', fleet, name, cjson.encode(value))
    end
  end
end

local before = all[process]
local own = { ends = now + lease, granted = math.max(known, before and before.granted or 0), line = {} }
own.taken = held + own.granted - known
for i = 8, #ARGV do
  own.line[#own.line + 1] = now - ARGV[i]
end
all[process] = own

-- Data was lost. Each holder tells of its slots within its lease, or gives them up: nobody new is let in before.
if remembers and not before then opens = now + lease end

local taken, told = 0, {}
for _, each in pairs(all) do taken = taken + each.taken end
while taken < limit and opens <= now do
  local first
  for name, each in pairs(all) do
    local mayHave = #each.line > 0 and (each == own or each.granted - each.heard < AHEAD)
    if mayHave and (not first or each.line[1] < all[first].line[1]) then first = name end
  end
  if not first then break end
  table.remove(all[first].line, 1)
  all[first].granted = all[first].granted + 1
  all[first].taken = all[first].taken + 1
  taken = taken + 1
  told[first] = true
end

own.heard = own.granted
told[process] = nil
redis.call('HSET', fleet, process, cjson.encode(own), 'opens', opens)
for name in pairs(told) do
  redis.call('HSET', fleet, name, cjson.encode(all[name]))
  redis.call('PUBLISH', channel .. name, '')
end
redis.call('PEXPIRE', fleet, 3 * lease)
return { own.granted, before and 1 or 0 }
`;

export interface Setting {
  readonly key: string;
  /** Names this process. */
  readonly process: string;
  readonly limit: number;
  readonly leaseMs: number;
}

export const hashOf = (key: string): string => `finauth:${key}`;

export const channelOf = (key: string, process: string): string => `finauth:${key}:${process}`;

export function argumentsOf({ held, known, waitedMs, remembers }: SyncRequest, { key, process, limit, leaseMs }: Setting): string[] {
  return [process, channelOf(key, ''), limit, leaseMs, held, known, remembers ? 1 : 0, ...waitedMs].map(String);
}

export function replyOf(answer: unknown): SyncReply {
  const [granted, isKnown] = answer as [number, number];
  return { granted: Number(granted), isKnown: Number(isKnown) === 1 };
}
