import { expect, it } from 'vitest';
import type { TakenToken } from '../api/route.ts';
import type { Call } from '../call.ts';
import { outcomes, type OutcomeName } from '../generated/outcomes.ts';
import { routes } from '../generated/routes.ts';
import { livenessPrefix, scenarios } from '../generated/scenarios.ts';
import { createTokenStore } from '../state/issuedTokens.ts';
import { callOf } from '../testing/callOf.ts';
import { judgeToken, usedUp } from './judgeToken.ts';
import type { Act } from './ruling.ts';

// The token and the test ID each have a field of their own, unless a test puts them into one.
const route = { ...routes[0]!, scenarioField: 'scene' };
const ANSWERS = scenarios[route.operationId]!;
const [neverIssued, expired, used, unfinished] = Object.keys(ANSWERS) as [string, string, string, string];
const from = { operation: 'mint', field: 'ticket' };
const testId = `${livenessPrefix}ok`;

let now = 0;
const tokens = createTokenStore(() => now);
for (const [token, operation, field] of [
  ['good', 'mint', 'ticket'],
  ['spent', 'mint', 'ticket'],
  ['of a phone that has ended', 'mint', 'ticket'],
  ['of another operation', 'print', 'ticket'],
  ['of another field', 'mint', 'receipt'],
] as const) {
  tokens.add({ token, operation, field, request: 1, fields: {}, issuedAt: new Date(0), expiresAt: new Date(1000) });
}
tokens.use('spent', 3);
tokens.note('of a phone that has ended', { outcome: Object.keys(outcomes)[0] as OutcomeName });

/** A call of an operation that takes a token, at a time in milliseconds. */
function call(values: Record<string, unknown>, taken: Partial<TakenToken> = {}): Call {
  const takes = [{ field: 'token', from, answers: { neverIssued, expired, used, unfinished }, ...taken }];
  return callOf({ at: now, route: { ...route, takes }, values });
}

function refused(at: number, values: Record<string, unknown>, taken?: Partial<TakenToken>): Act | undefined {
  now = at;
  return judgeToken(call(values, taken), { tokens });
}

const expectedToken = 'a token that mint of this sandbox has issued';

it.each([
  ['was never issued', 'made up', 0, neverIssued, /has not issued this token/, expectedToken],
  ['another operation issued', 'of another operation', 0, neverIssued, /has not issued this token/, expectedToken],
  ['was issued in another field', 'of another field', 0, neverIssued, /has not issued this token/, expectedToken],
  ['has expired', 'good', 1000, expired, /expired at 1970-01-01T00:00:01.000Z/, `${expectedToken} and that has not expired`],
  ['has expired, even if it was used', 'spent', 1000, expired, /expired at/, `${expectedToken} and that has not expired`],
  ['a call has used', 'spent', 999, used, /Call #3 has already used/, `${expectedToken} and that no call has used`],
  ['no phone has ended with', 'good', 999, unfinished, /No phone has ended/, `${expectedToken} and with which a phone has ended`],
])('refuses a token that %s, and says why', (_what, token, at, answer, message, expected) => {
  const ruling = refused(at, { token });
  expect(ruling).toEqual({
    verdict: 'refused',
    scenario: ANSWERS[answer],
    why: { field: 'token', got: token, message: expect.stringMatching(message), expected },
  });
  expect(ruling?.scenario).toBe(ANSWERS[answer]);
});

it('accepts a token in time that no call has used, and that a phone has ended with', () => {
  expect(refused(999, { token: 'of a phone that has ended' })).toBeUndefined();
});

it.each<[string, number, string, TakenToken['answers'], string | undefined]>([
  ['expired', 1000, 'of a phone that has ended', { neverIssued, used, unfinished }, undefined],
  ['expired, but used', 1000, 'spent', { neverIssued, used, unfinished }, used],
  ['used, but of no phone', 999, 'spent', { neverIssued, expired, unfinished }, unfinished],
  ['of no phone', 999, 'good', { neverIssued, expired, used }, undefined],
  ['all of these', 1000, 'spent', { neverIssued }, undefined],
])('does not look at a state that the spec names no response for: %s', (_what, at, token, answers, answer) => {
  expect(refused(at, { token }, { answers })?.scenario).toBe(answer && ANSWERS[answer]);
});

it('does not judge a call that requests a response by a test ID', () => {
  expect(refused(0, { token: 'made up', scene: testId })).toBeUndefined();
});

it.each<[string, Record<string, unknown>]>([
  ['a field that was left out', {}],
  ['a value that is no text', { token: 5 }],
])('does not take %s for a token', (_what, values) => {
  expect(refused(0, values)).toBeUndefined();
  expect(usedUp(call(values))).toEqual([]);
});

it('takes no test ID for a token, where one field is for both', () => {
  const field = 'scene';
  expect(refused(0, { scene: testId }, { field })).toBeUndefined();
  expect(usedUp(call({ scene: testId }, { field }))).toEqual([]);
  expect(refused(0, { scene: 'made up' }, { field })).toBeDefined();
});

it.each<[string, Record<string, unknown>, Partial<TakenToken> | undefined, string[]]>([
  ['its token', { token: 'good' }, undefined, ['good']],
  ['its token, also if it requests a response', { token: 'good', scene: testId }, undefined, ['good']],
  ['none, if the spec does not say that a token is used up', { token: 'good' }, { answers: { neverIssued } }, []],
])('names the token that a call uses up: %s', (_what, values, taken, names) => {
  expect(usedUp(call(values, taken))).toEqual(names);
});
