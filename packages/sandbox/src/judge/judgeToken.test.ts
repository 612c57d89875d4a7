import { expect, it } from 'vitest';
import type { Call } from '../call.ts';
import { routes } from '../generated/routes.ts';
import { createTokenStore } from '../state/issuedTokens.ts';
import type { TakenToken } from '../api/route.ts';
import { judgeToken, usedUp } from './judgeToken.ts';

const [route] = routes;
const answers = { neverIssued: 'DENIED', expired: 'EXPIRED_SIGN', used: 'LIMIT_REACHED' };
const from = { operation: 'mint', field: 'ticket' };

let now = 0;
const tokens = createTokenStore(() => now);
for (const [token, operation, field] of [
  ['good', 'mint', 'ticket'],
  ['spent', 'mint', 'ticket'],
  ['of another operation', 'print', 'ticket'],
  ['of another field', 'mint', 'receipt'],
] as const) {
  tokens.add({ token, operation, field, request: 1, fields: {}, issuedAt: new Date(0), expiresAt: new Date(1000) });
}
tokens.use('spent', 3);

/** A call of the first operation, as if it took a token in this field. */
function call(values: Record<string, unknown>, taken: Partial<TakenToken> = {}): Call {
  const takes = [{ field: 'uuid', from, answers, ...taken }];
  return { number: 9, at: now, method: 'POST', path: '/', address: '', route: { ...route!, takes }, values };
}

function refused(values: Record<string, unknown>, taken?: Partial<TakenToken>): string | undefined {
  return judgeToken(call(values, taken), { tokens })?.scenario.meaning;
}
const meaningOf = (values: Record<string, unknown>): string => refused(values)!;

it('tells a token that was never given, one whose time is over and one that is used up, and each by its own answer', () => {
  now = 999;
  expect(refused({ uuid: 'good' })).toBeUndefined();
  const never = meaningOf({ uuid: 'made up' });
  expect(meaningOf({ uuid: 'of another operation' })).toBe(never);
  expect(meaningOf({ uuid: 'of another field' })).toBe(never);
  const used = meaningOf({ uuid: 'spent' });
  now = 1000;
  const expired = meaningOf({ uuid: 'good' });
  expect(new Set([never, used, expired]).size).toBe(3);
  // Its time decides first.
  expect(meaningOf({ uuid: 'spent' })).toBe(expired);
});

it('does not look at what the spec names no answer for', () => {
  const { neverIssued } = answers;
  expect(refused({ uuid: 'spent' }, { answers: { neverIssued } })).toBeUndefined();
  expect(usedUp(call({ uuid: 'spent' }, { answers: { neverIssued } }))).toEqual([]);
});

it('takes neither a field that was left out nor a test ID for a token', () => {
  expect(refused({})).toBeUndefined();
  const field = route!.scenarioField!;
  expect(refused({ [field]: 'sandbox-ok' }, { field })).toBeUndefined();
  expect(usedUp(call({ [field]: 'sandbox-ok' }, { field }))).toEqual([]);
  expect(refused({ [field]: 'made up' }, { field })).toBeDefined();
});

it('names the token that a call uses up', () => {
  expect(usedUp(call({ uuid: 'good' }))).toEqual(['good']);
});
