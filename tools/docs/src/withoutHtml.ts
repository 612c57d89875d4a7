import type { Contract } from '@finauth-sdk/generate/contract';
import { htmlIn, replaceAt } from './markdownTree.ts';

// What readers get as Markdown.
const TEXTS = new Set(['description', 'summary', 'title', 'meaning', 'remedy', 'trust', 'text']);

/** The contract with HTML in its texts as text: what a maintainer writes becomes no element and no script of the page. Markers of ours, which are comments, stay. */
export function withPlainTexts(contract: Contract): Contract {
  return plain(contract, '') as Contract;
}

function plain(node: unknown, key: string): unknown {
  if (typeof node === 'string') return TEXTS.has(key) ? withoutHtml(node) : node;
  if (Array.isArray(node)) return node.map((item) => plain(item, ''));
  if (node === null || typeof node !== 'object' || key === 'value') return node;
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, plain(value, name)]));
}

/** A Markdown text whose HTML is shown as it stands. */
export function withoutHtml(markdown: string): string {
  let text = markdown;
  // What begins a piece of HTML may have hidden another: again, until there is none.
  for (let found = htmlIn(text); found.length > 0; found = htmlIn(text)) {
    text = replaceAt(text, found, ({ start, end }) => text.slice(start, end).replaceAll('<', '&lt;'));
  }
  return text;
}
