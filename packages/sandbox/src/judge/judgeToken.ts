import type { Call } from '../call.ts';
import { scenarios } from '../generated/scenarios.ts';
import type { State } from '../state/state.ts';
import type { IssuedToken } from '../state/issuedTokens.ts';
import type { TakenToken } from '../api/route.ts';
import type { Act, Why } from './ruling.ts';
import { askedFor } from './testId.ts';

/** A token of another operation has to be one that it gave, and must be neither expired nor used. The spec says what is answered otherwise. */
export function judgeToken(call: Call, { tokens }: Pick<State, 'tokens'>): Act | undefined {
  const route = call.route!;
  // Whoever asks for the usual answer by its test ID gets it, as with any other: no token, and no phone.
  if (askedFor(route, call.values!) !== undefined) return undefined;
  for (const taken of route.takes) {
    const token = tokenIn(call, taken.field);
    if (token === undefined) continue;
    const found = refusal(taken, tokens.get(token));
    const scenario = found && scenarios[route.operationId]![found.answer];
    if (scenario) return { verdict: 'refused', scenario, why: { field: taken.field, got: token, ...found.why } };
  }
  return undefined;
}

/** The tokens that a call uses, and no other call can use again, if it is accepted. */
export function usedUp(call: Call): string[] {
  const using = call.route!.takes.filter(({ answers }) => answers.used !== undefined);
  return using.flatMap(({ field }) => tokenIn(call, field) ?? []);
}

/** A test ID in the place of a token is none. */
function tokenIn({ route, values }: Call, field: string): string | undefined {
  const value = values![field];
  const isTestId = field === route!.scenarioField && askedFor(route!, values!) !== undefined;
  return typeof value === 'string' && !isTestId ? value : undefined;
}

function refusal(
  { from, answers }: TakenToken,
  token: IssuedToken | undefined,
): { answer: string; why: Pick<Why, 'message' | 'expected'> } | undefined {
  const expected = `a token that ${from.operation} of this sandbox has issued`;
  if (token === undefined || token.operation !== from.operation || token.field !== from.field) {
    const message =
      'The sandbox has not issued this token, or no longer remembers it: it forgets all tokens when it stops, and the oldest when there are many.';
    return { answer: answers.neverIssued, why: { message, expected } };
  }
  if (token.expired && answers.expired !== undefined) {
    const message = `The token expired at ${token.expiresAt.toISOString()}.`;
    return { answer: answers.expired, why: { message, expected: `${expected} and that has not expired` } };
  }
  if (token.usedBy !== undefined && answers.used !== undefined) {
    const message = `Call #${token.usedBy} has already used the token.`;
    return { answer: answers.used, why: { message, expected: `${expected} and that no call has used` } };
  }
  if (token.outcome === undefined && answers.unfinished !== undefined) {
    const message =
      'No phone has ended with this token yet. In a test, call sandbox.phone.complete(token, { outcome }), or POST /_sandbox/phone, or request a response by a test ID.';
    return { answer: answers.unfinished, why: { message, expected: `${expected} and with which a phone has ended` } };
  }
  return undefined;
}
