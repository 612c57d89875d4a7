import type { Case, Given } from '../suite.ts';

export function peopleCases(_given: Given): Case[] {
  return [];
}
