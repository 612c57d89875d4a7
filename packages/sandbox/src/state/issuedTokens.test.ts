import { expect, it } from 'vitest';
import { createTokenStore, type TokenStore } from './issuedTokens.ts';

function give(store: TokenStore, token: string, liveness: string): void {
  store.add({ token, operation: 'x', field: 'y', request: 1, fields: { liveness }, issuedAt: new Date(0), expiresAt: new Date(1) });
}
const textsOf = (store: TokenStore): string[] => [...store].map(({ token }) => token);

it('keeps exactly as many as it may, the latest', () => {
  const store = createTokenStore(() => 0, 3);
  for (const token of ['a', 'b', 'c']) give(store, token, '');
  expect(textsOf(store)).toEqual(['a', 'b', 'c']);
  give(store, 'd', '');
  expect(textsOf(store)).toEqual(['b', 'c', 'd']);
  expect(store.size).toBe(3);
  expect(store.get('a')).toBeUndefined();
});

it('keeps fewer where their fields are long, and the latest always', () => {
  const long = 'x'.repeat(100);
  const length = JSON.stringify({ liveness: long }).length;
  const store = createTokenStore(() => 0, 10, 2 * length);
  for (const token of ['a', 'b']) give(store, token, long);
  expect(textsOf(store)).toEqual(['a', 'b']);
  give(store, 'c', '');
  expect(textsOf(store)).toEqual(['b', 'c']);
  give(store, 'd', 'x'.repeat(10_000));
  expect(textsOf(store)).toEqual(['d']);
  for (const token of ['e', 'f']) give(store, token, '');
  expect(textsOf(store)).toEqual(['e', 'f']);
});

it('knows which call has used a token up', () => {
  const store = createTokenStore(() => 0);
  for (const token of ['a', 'b']) give(store, token, '');
  store.use('a', 7);
  store.use('never given', 8);
  expect([...store].map(({ token, usedBy }) => [token, usedBy, store.isValid(token)])).toEqual([
    ['a', 7, false],
    ['b', undefined, true],
  ]);
  expect(store.size).toBe(2);
});
