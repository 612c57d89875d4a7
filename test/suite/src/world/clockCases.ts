import type { Case, Given } from '../suite.ts';

export function clockCases(_given: Given): Case[] {
  return [];
}
