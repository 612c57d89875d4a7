import { shownName } from '@finauth-sdk/validator';
import { BlockList, isIP } from 'node:net';
import { liveness, type ScenarioName } from '../generated/scenarios.ts';

/** The pair that a call is signed with. */
export interface Credentials {
  /** Names the application. Without `&` and `=`. */
  readonly apiKey: string;
  /** What signatures are keyed with. */
  readonly apiSecret: string;
}

/** A failure on demand, for calls that would otherwise be accepted. */
export interface Failure {
  /**
   * Which answer: a code, a reason, or a gateway's status, as `liveness` names them. Calls of an operation that cannot return it do not fail.
   * Default: INTERNAL_ERROR.
   */
  readonly answer?: Exclude<ScenarioName, 'ok'>;
  /** How many calls fail before calls are accepted again. Default: every call, until `fail` is set to null. */
  readonly times?: number;
  /** The share of calls that fail, from 0 to 1, drawn by `random`. Default: 1. */
  readonly rate?: number;
}

/** The sandbox's settings. All of them can be changed while it runs. */
export interface Settings {
  /** The only key and secret that are accepted. Any other key is unknown (AUTHENTICATION_ERROR). Default: `sandbox-key` and `sandbox-secret`. */
  readonly credentials: Credentials;
  /** Default: enabled. A disabled key is refused (API_KEY_BE_DISCONTINUED). */
  readonly keyState: 'enabled' | 'disabled';
  /** The addresses and subnets (`10.0.0.0/8`) that may call; any other is refused (IP_NOT_ALLOWED). Default: null, any. */
  readonly allowedAddresses: readonly string[] | null;
  /** How many more calls are accepted, as for a test key; then LIMIT_REACHED. Default: null, a production key. */
  readonly quota: number | null;
  /** Whether the key may call the API; if not, it is refused (DENIED). Default: true. */
  readonly permitted: boolean;
  /** How many calls may be in flight at once (CONCURRENCY_LIMIT_EXCEEDED above it). Default: null, any number. */
  readonly maxConcurrent: number | null;
  /** How long each response takes, in milliseconds. Default: 0. */
  readonly latencyMs: number;
  /** Fail on demand. Default: null, never. */
  readonly fail: Failure | null;
}

export const defaultSettings: Settings = {
  credentials: { apiKey: 'sandbox-key', apiSecret: 'sandbox-secret' },
  keyState: 'enabled',
  allowedAddresses: null,
  quota: null,
  permitted: true,
  maxConcurrent: null,
  latencyMs: 0,
  fail: null,
};

type Rule = readonly [expected: string, holds: (value: unknown) => boolean];

const count: Rule = ['a whole number from 0 on, or null', (value) => value === null || isCount(value)];

const rules: Record<keyof Settings, Rule> = {
  credentials: ['{ apiKey, apiSecret }, both text that is not empty, the key without "&" and "="', isCredentials],
  keyState: ["'enabled' or 'disabled'", (value) => value === 'enabled' || value === 'disabled'],
  allowedAddresses: [
    'an array of IP addresses and subnets, or null',
    (value) => value === null || (Array.isArray(value) && value.every(isAddressRange)),
  ],
  quota: count,
  permitted: ['true or false', (value) => typeof value === 'boolean'],
  maxConcurrent: count,
  latencyMs: ['a number of milliseconds, at most ten minutes', (value) => typeof value === 'number' && value >= 0 && value <= 600_000],
  fail: [
    '{ answer?, times?, rate? } with an answer of the error model, a whole number of times and a rate from 0 to 1; or null',
    isFailure,
  ],
};

/** Puts changes over the settings. A setting that is undefined stays as it is. Throws a TypeError for one that does not exist or cannot be. */
export function changeSettings(settings: Settings, changes: Partial<Settings>): Settings {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    const rule = Object.hasOwn(rules, name) ? rules[name as keyof Settings] : undefined;
    if (rule === undefined) throw new TypeError(`The sandbox has no setting ${shownName(name)}: it has ${Object.keys(rules).join(', ')}`);
    // The value stays out of the message: it may be a secret.
    if (!rule[1](value)) throw new TypeError(`The setting ${name} must be ${rule[0]}`);
  }
  return { ...settings, ...Object.fromEntries(given) };
}

/** Whether the address is one of these, or within one of these subnets. */
export function isAllowed(address: string, allowed: readonly string[]): boolean {
  const list = new BlockList();
  for (const entry of allowed) {
    const [network = '', prefix] = entry.split('/');
    if (prefix === undefined) list.addAddress(network, family(network));
    else list.addSubnet(network, Number(prefix), family(network));
  }
  return isIP(address) !== 0 && list.check(address, family(address));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

function isAddressRange(value: unknown): boolean {
  const match = typeof value === 'string' ? /^([^/]+)(?:\/(\d{1,3}))?$/.exec(value) : null;
  const version = isIP(match?.[1] ?? '');
  return version !== 0 && Number(match![2] ?? 0) <= (version === 6 ? 128 : 32);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isCredentials(value: unknown): boolean {
  const { apiKey, apiSecret } = (value ?? {}) as Partial<Credentials>;
  return typeof apiKey === 'string' && /^[^&=]+$/.test(apiKey) && typeof apiSecret === 'string' && apiSecret !== '';
}

function isFailure(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { answer, times, rate, ...rest } = value as Failure;
  return (
    Object.keys(rest).length === 0 &&
    (answer === undefined || (Object.hasOwn(liveness, answer) && String(answer) !== 'ok')) &&
    (times === undefined || isCount(times)) &&
    (rate === undefined || (typeof rate === 'number' && rate >= 0 && rate <= 1))
  );
}
