import { FinAuthConfigError } from '@finauth-sdk/signing';

type Rule = readonly [holds: (value: any) => boolean, must: string];

const aFunction: Rule = [(value) => typeof value === 'function', 'a function'];
const isPositive = (value: unknown): boolean => typeof value === 'number' && value > 0 && value < Infinity;

type Name = 'finauth' | 'authorize' | 'limit' | 'store' | 'lifetimeSeconds' | 'onToken' | 'onDecision' | 'onError';

const rules: Readonly<Record<Name, Rule>> = {
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
export function checkOptions(options: object, required: readonly Name[], optional: readonly Name[]): void {
  const names: readonly string[] = [...required, ...optional];
  for (const name of new Set([...required, ...Object.keys(options)]) as Set<Name>) {
    if (!names.includes(name)) throw new FinAuthConfigError(`${name} is not an option: use one of ${names.join(', ')}`);
    const value = (options as Partial<Record<Name, unknown>>)[name];
    if (value === undefined && !required.includes(name)) continue;
    const [holds, must] = rules[name];
    if (!holds(value)) throw new FinAuthConfigError(`${name} must be ${must}`);
  }
}
