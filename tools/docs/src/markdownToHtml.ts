import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { highlight } from './highlight.ts';
import { treeOf } from './markdownTree.ts';
import { slugOf } from './routes.ts';

/**
 * A Markdown text as HTML. HTML in it is left out; headings can be linked to, and rows of a table by the code in their first cell; tables, pictures and code
 * scroll within a box that the keyboard reaches.
 * A name in code leads to its address in `names`, the first time that it stands in a paragraph.
 */
export function markdownToHtml(markdown: string, names: ReadonlyMap<string, string> = new Map()): string {
  const text = treeOf(markdown);
  // A text written as a part of another may leave a level out: a page must not.
  const headings = text.children.filter((node) => node.type === 'heading');
  const levels = [...new Set(headings.map(({ depth }) => depth))].sort();
  for (const heading of headings) heading.depth = (levels.indexOf(heading.depth) + 1) as typeof heading.depth;
  const tree = toHast(text) as Root;
  const left = new Map(names);
  const taken = new Set(headings.map((heading) => slugOf(toString(heading))));
  return toHtml({ ...tree, children: tree.children.map((node) => (node.type === 'element' ? shown(linked(node, left), taken) : node)) });
}

/** Takes each name from those that are left. */
function linked(element: Element, left: Map<string, string>): Element {
  if (/^(?:h\d|a|pre)$/.test(element.tagName)) return element;
  const children = element.children.map((child): ElementContent => {
    if (child.type !== 'element') return child;
    const name = child.tagName === 'code' ? toString(child) : '';
    const href = left.get(name);
    if (!href) return linked(child, left);
    left.delete(name);
    return { type: 'element', tagName: 'a', properties: { href }, children: [child] };
  });
  return { ...element, children };
}

/** `taken` are the places that can be linked to. */
function shown(element: Element, taken: Set<string>): Element {
  const children = element.children.map((child): ElementContent => (child.type === 'element' ? shown(child, taken) : child));
  const own = { ...element, children };
  if (/^h[2-6]$/.test(own.tagName)) return { ...own, properties: { ...own.properties, id: slugOf(toString(own)) } };
  if (own.tagName === 'table') return box('table', labelled(own, taken));
  if (own.tagName === 'p' && children.length === 1 && children[0]!.type === 'element' && children[0]!.tagName === 'img')
    return box('picture', children[0]!);
  if (own.tagName === 'code') return highlight(own);
  if (own.tagName === 'pre') return box('code', { ...own, properties: { ...own.properties, tabIndex: 0 } });
  return own;
}

/** On a phone a row is a block, and each cell says what its column is. Of two rows with one name, a link leads to the first. */
function labelled(table: Element, taken: Set<string>): Element {
  const elements = (parent: Element, name: RegExp) =>
    parent.children.filter((child) => child.type === 'element' && name.test(child.tagName)) as Element[];
  const [head, body] = elements(table, /^t(?:head|body)$/);
  // A heading of nothing is none.
  for (const row of elements(head!, /^tr$/)) for (const cell of elements(row, /^th$/)) if (toString(cell) === '') cell.tagName = 'td';
  const titles = elements(head!, /^tr$/).flatMap((row) => elements(row, /^t[hd]$/).map((cell) => toString(cell)));
  for (const row of body ? elements(body, /^tr$/) : []) {
    const cells = elements(row, /^td$/);
    for (const [index, cell] of cells.entries())
      if (index > 0 && titles[index]) cell.properties['dataLabel'] = titles[index].replace(/(?<!\?)$/, ':');
    const id = nameOf(cells[0]!);
    if (id === undefined || taken.has(id)) continue;
    row.properties['id'] = id;
    taken.add(id);
  }
  return table;
}

/** What a row is about, where its first cell is one piece of code: an option, a result, a field. */
function nameOf({ children }: Element): string | undefined {
  const [only, ...others] = children;
  if (only?.type !== 'element' || others.length > 0) return undefined;
  if (only.tagName === 'a') return nameOf(only);
  return only.tagName === 'code' ? slugOf(toString(only)) || undefined : undefined;
}

function box(kind: 'table' | 'code' | 'picture', child: Element): Element {
  const properties =
    kind === 'code'
      ? { className: [kind] }
      : { className: [kind], tabIndex: 0, role: 'group', ariaLabel: kind === 'table' ? 'Table' : 'Picture' };
  return { type: 'element', tagName: 'div', properties, children: [child] };
}
