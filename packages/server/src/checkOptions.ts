import { FinAuthConfigError } from '@finauth-sdk/signing';
import type { TokenHandlerOptions, TokenRequest } from './createTokenHandler.ts';

type Rule = readonly [holds: (value: never) => boolean, must: string];

const aFunction: Rule = [(value) => typeof value === 'function', 'a function'];
const positive = (value: unknown): boolean => typeof value === 'number' && value > 0 && value < Infinity;

const required = ['finauth', 'authorize'];

const rules: Readonly<Record<keyof TokenHandlerOptions, Rule>> = {
  finauth: [(value?: { getBizToken?: unknown }) => typeof value?.getBizToken === 'function', 'what createFinAuth returns'],
  authorize: aFunction,
  limit: [
    (value: TokenHandlerOptions['limit']) =>
      value === false || (Number.isInteger(value?.tokens) && value!.tokens > 0 && positive(value!.windowMs)),
    'false, or { tokens, windowMs }: a whole number, 1 or more, and a time in milliseconds',
  ],
  store: [(value?: { share?: unknown }) => typeof value?.share === 'function', 'a TokenStore'],
  lifetimeSeconds: [positive, 'a number of seconds'],
  onToken: aFunction,
  onError: aFunction,
};

/** @throws {FinAuthConfigError} for an option that is missing or wrong, and for one that nobody would read, such as one with a slip in its name. */
export function checkOptions(options: TokenHandlerOptions): void {
  for (const name of new Set([...required, ...Object.keys(options)])) {
    const value = options[name as keyof TokenHandlerOptions] as never;
    const rule = Object.hasOwn(rules, name) ? rules[name as keyof TokenHandlerOptions] : undefined;
    if (rule === undefined) throw new FinAuthConfigError(`${name} is not an option: use one of ${Object.keys(rules).join(', ')}`);
    if (value === undefined && !required.includes(name)) continue;
    if (!rule[0](value)) throw new FinAuthConfigError(`${name} must be ${rule[1]}`);
  }
}

/** A user without an ID would share a limit, and calls, with all others. */
export function checkTokenRequest(wanted: TokenRequest): void {
  if (typeof wanted?.uuid !== 'string' || wanted.uuid === '')
    throw new FinAuthConfigError('authorize must return { liveness_id, uuid }, with an ID of the user as uuid, or a Response');
}
