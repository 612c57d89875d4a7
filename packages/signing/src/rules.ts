import { shownName } from '@finauth-sdk/validator';
import { FinAuthConfigError } from './errors.ts';
import type { AbortSignalLike } from './platform/platform.ts';

/** What an option has to be: a test, and the end of a sentence that begins with "must be". */
export type Rule = readonly [holds: (value: unknown) => boolean, must: string];

/** A rule for each option there is. The types see to it that none is forgotten. */
export type Rules<Options> = Readonly<Record<keyof Options, Rule>>;

/** Makes the error for an option: that of the client for its own, that of a call for the call's. */
export type Complain = (name: string, complaint: string) => Error;

export const configComplaint: Complain = (name, complaint) => new FinAuthConfigError(`${name} ${complaint}`);

/** Throws for an option that breaks its rule, and for one that nobody would read, such as one with a slip in its name. */
export function checkOptions<Options extends object>(
  options: Options,
  rules: Rules<Options>,
  complain: Complain = configComplaint,
  parent = '',
): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name as keyof Options] : undefined;
    if (rule === undefined) throw complain(parent + shownName(name), `is not an option: use one of ${Object.keys(rules).join(', ')}`);
    if (!rule[0](value)) throw complain(parent + name, `must be ${rule[1]}`);
  }
}

// Beyond it, timers fire at once.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** By what it can do: one of another realm is no instance of ours. */
export function isSignal(value: unknown): boolean {
  const { aborted, addEventListener, removeEventListener } = (isObject(value) ? value : {}) as Partial<AbortSignalLike>;
  return typeof aborted === 'boolean' && typeof addEventListener === 'function' && typeof removeEventListener === 'function';
}

/** A copy without what is there and undefined. */
export function definedOf(value: object): Record<string, unknown> {
  const copy: Record<string, unknown> = { ...value };
  for (const name of Object.keys(copy)) if (copy[name] === undefined) delete copy[name];
  return copy;
}

export const anObject: Rule = [isObject, 'an object'];
export const aFunction: Rule = [(value) => typeof value === 'function', 'a function'];
export const aText: Rule = [(value) => typeof value === 'string', 'a string'];
export const trueOrFalse: Rule = [(value) => typeof value === 'boolean', 'true or false'];
export const whole = (least: number): Rule => [
  (value) => Number.isInteger(value) && (value as number) >= least,
  `a whole number, ${least} or more`,
];
export const milliseconds = (least: number): Rule => [
  (value) => typeof value === 'number' && value >= least && value <= LONGEST_TIMER_MS,
  `a number of milliseconds from ${least} to ${LONGEST_TIMER_MS}`,
];
