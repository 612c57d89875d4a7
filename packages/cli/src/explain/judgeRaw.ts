import { signatureScheme } from '@finauth-sdk/client';
import { span } from '../output/timeInWords.ts';
import type { Found } from './mistakes.ts';
import { rawFields, type Role, roles } from './rawFields.ts';

/** What a raw string says, and what is wrong with it. */
export interface JudgedRaw {
  /** The fields that are there, as text. */
  readonly fields: Readonly<Partial<Record<Role, string | undefined>>>;
  readonly found: readonly Found[];
}

const { parameters, randomMaxDigits, singleUseExpireTime } = signatureScheme;
// 2001 in seconds: what is less can only be a duration.
const EARLIEST = 1e9;
// 5138 in seconds, 1973 in milliseconds.
const MILLISECONDS = 1e11;
const LONG_WINDOW_SECONDS = 86_400;
// More than a clock that is kept by NTP can be off.
const AHEAD_SECONDS = 120;

/** Judges each field of a raw string, and how they fit together. */
export function judgeRaw(raw: string, nowMs: number): JudgedRaw {
  const found: Found[] = [];
  const text = onceDecoded(raw, found).trim();
  if (/\s/.test(raw)) found.push({ id: 'white-space', seen: /\s$/.test(raw) ? 'it ends in white space' : 'there is white space in it' });
  const given = rawFields(text);
  const fields: Partial<Record<Role, string>> = {};
  for (const { role, value } of given) if (role !== undefined) fields[role] ??= value.trim();
  // Without the random number, the raw string may be cut off within its last field.
  const last = fields.random === undefined ? given.at(-1)!.role : undefined;
  const whole = last === undefined ? fields : { ...fields, [last]: undefined };
  found.push(...judgeShape(given), ...judgeKey(fields.apiKey), ...judgeTimes(whole, nowMs), ...judgeRandom(fields.random));
  return { fields, found };
}

function onceDecoded(raw: string, found: Found[]): string {
  if (!/%(?:3D|26)/i.test(raw)) return raw;
  found.push({ id: 'raw-percent-encoded', seen: 'it contains %3D or %26' });
  return raw.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function judgeShape(given: ReturnType<typeof rawFields>): Found[] {
  const found: Found[] = [];
  const order = given.flatMap(({ role }) => role ?? []);
  const missing = roles.filter((role) => !order.includes(role)).map((role) => parameters[role]);
  if (missing.length > 0)
    found.push({ id: 'missing-field', seen: `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing` });
  if (given.some(({ name, role }) => role !== undefined && name !== parameters[role]))
    found.push({
      id: 'wrong-names',
      seen: `it has ${given.flatMap(({ name, role }) => (role === undefined ? [] : `"${name}"`)).join(', ')}`,
    });
  const expected = roles.filter((role) => order.includes(role));
  if (new Set(order).size === order.length && order.some((role, index) => role !== expected[index])) {
    found.push({ id: 'fields-out-of-order', seen: `their order is ${order.map((role) => parameters[role]).join(', ')}` });
  }
  if (order.length !== given.length || new Set(order).size !== order.length)
    found.push({ id: 'raw-form', seen: 'there is an extra field' });
  return found;
}

function judgeKey(apiKey: string | undefined): Found[] {
  if (apiKey === undefined) return [];
  if (['', 'undefined', 'null', 'None', 'nil', 'NaN', '[object Object]'].includes(apiKey))
    return [{ id: 'empty-key', seen: apiKey === '' ? 'it is empty' : `it is the word "${apiKey}"` }];
  return apiKey.includes('=') ? [{ id: 'raw-form', seen: 'the API key contains a "="' }] : [];
}

function judgeTimes({ expireTime, currentTime }: JudgedRaw['fields'], nowMs: number): Found[] {
  const times = [judgeTime(parameters.expireTime, expireTime), judgeTime(parameters.currentTime, currentTime)];
  const found = times.flatMap((time) => time?.found ?? []);
  const [expire, current] = times.map((time) => time?.seconds);
  const isAbsolute = (time: number | undefined): time is number => time !== undefined && time >= EARLIEST;
  if (expire !== undefined && expire !== singleUseExpireTime && expire < EARLIEST) {
    found.push({
      id: 'duration-for-expiry',
      seen: `${parameters.expireTime} is ${expire}, which would be in ${new Date(expire * 1000).getUTCFullYear()}`,
    });
  }
  if (current !== undefined && current < EARLIEST)
    found.push({ id: 'time-not-a-number', seen: `${parameters.currentTime} is ${current}, which is nowhere near today` });
  if (isAbsolute(expire) && isAbsolute(current)) {
    if (expire < current)
      found.push({ id: 'times-swapped', seen: `${parameters.expireTime} is ${span(current - expire)} before ${parameters.currentTime}` });
    if (expire === current) found.push({ id: 'no-window', seen: `${parameters.expireTime} and ${parameters.currentTime} are the same` });
    if (expire - current > LONG_WINDOW_SECONDS)
      found.push({ id: 'long-window', seen: `${parameters.expireTime} is ${span(expire - current)} after ${parameters.currentTime}` });
  }
  // Where the two are swapped, the earlier one is when it was made.
  const made = isAbsolute(expire) && isAbsolute(current) ? Math.min(expire, current) : current;
  const ahead = made === undefined ? 0 : made - nowMs / 1000;
  if (ahead > AHEAD_SECONDS) found.push({ id: 'clock-ahead', seen: `it was made ${span(ahead)} from now` });
  return found;
}

/** A time in seconds, whatever unit it is in, and what is wrong with it. */
function judgeTime(name: string, text: string | undefined): { readonly seconds?: number; readonly found: readonly Found[] } | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+(?:\.\d*)?$/.test(text))
    return { found: [{ id: 'time-not-a-number', seen: text === '' ? `${name} is empty` : `${name} contains more than digits` }] };
  const found: Found[] = [];
  if (text.includes('.')) found.push({ id: 'fraction-of-seconds', seen: `${name} has a decimal point` });
  const number = Number(text);
  if (number < MILLISECONDS) return { seconds: Math.floor(number), found };
  const digits = text.replace(/\..*/, '').length;
  found.push({
    id: 'milliseconds',
    seen: `${name} has ${digits} digits, where seconds have 10${digits > 14 ? ' (even finer than milliseconds)' : ''}`,
  });
  return { seconds: Math.floor(number / 1000 ** Math.floor((digits - 10) / 3)), found };
}

function judgeRandom(random: string | undefined): Found[] {
  if (random === undefined) return [];
  const name = parameters.random;
  if (/^-\d+$/.test(random)) return [{ id: 'random-negative', seen: `${name} begins with "-"` }, ...judgeRandom(random.slice(1))];
  if (!/^\d+$/.test(random))
    return [{ id: 'random-not-a-number', seen: random === '' ? `${name} is empty` : `${name} contains more than digits` }];
  return random.length > randomMaxDigits ? [{ id: 'random-too-long', seen: `${name} has ${random.length} digits` }] : [];
}
