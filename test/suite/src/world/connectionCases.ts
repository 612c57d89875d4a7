import type { Case, Given } from '../suite.ts';

export function connectionCases(_given: Given): Case[] {
  return [];
}
