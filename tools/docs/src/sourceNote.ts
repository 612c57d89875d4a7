import type { Contract } from '@finauth-sdk/generate/contract';

/** "Source: …" for what carries an `x-source`; nothing for what is FinAuth's own word. */
export function sourceNote(contract: Contract, node: { 'x-source'?: unknown }): string {
  const source = node['x-source'];
  if (typeof source !== 'string') return '';
  const known = contract['x-sources'][source];
  if (!known) throw new Error(`x-source: ${source} does not stand in sources.yaml.`);
  return `*Source: ${known.title}.*`;
}
