import { FinAuthConfigError } from '@finauth-sdk/signing';
import type { TokenHandlerOptions } from './createTokenHandler.ts';
import type { VerifyHandlerOptions } from './createVerifyHandler.ts';

type Rule = readonly [holds: (value: any) => boolean, must: string];

const aFunction: Rule = [(value) => typeof value === 'function', 'a function'];
const isPositive = (value: unknown): boolean => typeof value === 'number' && value > 0 && value < Infinity;

const rules: Readonly<Record<keyof TokenHandlerOptions | keyof VerifyHandlerOptions, Rule>> = {
  finauth: [(value) => typeof value === 'object' && value !== null, 'what createFinAuth returns'],
  authorize: aFunction,
  limit: [
    (value) => value === false || (Number.isInteger(value?.tokens) && value.tokens > 0 && isPositive(value.windowMs)),
    'false, or { tokens, windowMs }: a whole number, 1 or more, and a time in milliseconds',
  ],
  store: [(value) => typeof value?.share === 'function', 'a TokenStore'],
  lifetimeSeconds: [isPositive, 'a number of seconds'],
  onToken: aFunction,
  onDecision: aFunction,
  onError: aFunction,
};

/** @throws {FinAuthConfigError} for an option that is missing or wrong, and for one that nobody would read, such as one with a slip in its name. */
export function checkOptions<Options extends object>(options: Options, required: (keyof Options)[], optional: (keyof Options)[]): void {
  const names = [...required, ...optional] as string[];
  for (const name of new Set([...(required as string[]), ...Object.keys(options)])) {
    if (!names.includes(name)) throw new FinAuthConfigError(`${name} is not an option: use one of ${names.join(', ')}`);
    const value = options[name as keyof Options];
    if (value === undefined && !required.includes(name as keyof Options)) continue;
    const [holds, must] = rules[name as keyof typeof rules];
    if (!holds(value)) throw new FinAuthConfigError(`${name} must be ${must}`);
  }
}
