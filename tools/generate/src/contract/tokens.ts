import { answerOf, requestOf, resolve, type Contract, type Operation } from './contract.ts';
import { exampleAnswerOf } from './exampleAnswer.ts';
import { propertiesOf } from './schemas/propertiesOf.ts';

/** What may be wrong with a token that a call gives, in the order in which the sandbox looks at it. */
export const tokenStates = ['neverIssued', 'expired', 'used', 'unfinished'] as const;

/** What `x-takesToken` says of a field of a request. */
export interface TakesToken {
  /** The operation that gives the token. */
  from: string;
  /** Which field of that operation's answer it is. Nothing: the one that is a token. */
  field?: string;
  /** For each state, the name of the answer that a call with such a token gets. A state without one is not looked at; without `used`, a call uses no token up. */
  neverIssued: string;
  expired?: string;
  used?: string;
  /** Of one whose phone has not ended. */
  unfinished?: string;
}

/** The fields in which an operation takes a token, each with what it says of it. */
export function takenTokens(contract: Contract, operation: Operation): { field: string; of: TakesToken }[] {
  return Object.entries(requestOf(contract, operation).schema.properties ?? {}).flatMap(([field, schema]) => {
    const of = (schema['x-takesToken'] ?? resolve(contract, schema)['x-takesToken']) as TakesToken | undefined;
    return of === undefined ? [] : [{ field, of }];
  });
}

/** The fields of an operation's answer that are tokens, each with its lifetime in seconds: those that its example of success has. */
export function givenTokens(contract: Contract, operation: Operation): Record<string, number> {
  const example = exampleAnswerOf(contract, operation);
  const properties = propertiesOf(contract, answerOf(contract, operation).schema);
  const lifetimes = Object.entries(properties).flatMap(([name, field]) => {
    const seconds = resolve(contract, field)['x-lifetimeSeconds'];
    return typeof seconds === 'number' && Object.hasOwn(example, name) ? [[name, seconds] as const] : [];
  });
  return Object.fromEntries(lifetimes);
}
