import type { Case, Given } from './suite.ts';
import { clockCases } from './world/clockCases.ts';
import { connectionCases } from './world/connectionCases.ts';
import { loadingCases } from './world/loadingCases.ts';
import { peopleCases } from './world/peopleCases.ts';

/** Failures that users of comparable SDKs have reported, as far as a case needs neither Node nor a socket. */
export function worldCases(given: Given): Case[] {
  return [...connectionCases(given), ...clockCases(given), ...peopleCases(given), ...loadingCases(given)];
}
