import type { Contract } from '@finauth-sdk/generate/contract';
import { markdownTable } from '../../markdownTable.ts';

/** The words that tell where a fact comes from, and how far each can be trusted. */
export function renderSources({ 'x-sources': sources }: Contract): string {
  return markdownTable(
    ['Source', 'What it is'],
    Object.values(sources).map(({ title, trust }) => [`**${title}**`, trust]),
  );
}
