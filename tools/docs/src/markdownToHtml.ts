import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { slugOf } from './routes.ts';

/** A Markdown text as HTML. HTML in it is left out; headings can be linked to; tables and code scroll within a box that the keyboard reaches. */
export function markdownToHtml(markdown: string): string {
  const text = fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  // A text written as a part of another may leave a level out: a page must not.
  const headings = text.children.filter((node) => node.type === 'heading');
  const levels = [...new Set(headings.map(({ depth }) => depth))].sort();
  for (const heading of headings) heading.depth = (levels.indexOf(heading.depth) + 1) as typeof heading.depth;
  const tree = toHast(text) as Root;
  return toHtml({ ...tree, children: tree.children.map((node) => (node.type === 'element' ? shown(node) : node)) });
}

function shown(element: Element): Element {
  const children = element.children.map((child): ElementContent => (child.type === 'element' ? shown(child) : child));
  const own = { ...element, children };
  if (/^h[2-6]$/.test(own.tagName)) return { ...own, properties: { ...own.properties, id: slugOf(toString(own)) } };
  if (own.tagName === 'table') return box('table', own);
  if (own.tagName === 'pre') return box('code', { ...own, properties: { ...own.properties, tabIndex: 0 } });
  return own;
}

function box(kind: 'table' | 'code', child: Element): Element {
  const properties = kind === 'table' ? { className: [kind], tabIndex: 0, role: 'group', ariaLabel: 'Table' } : { className: [kind] };
  return { type: 'element', tagName: 'div', properties, children: [child] };
}
