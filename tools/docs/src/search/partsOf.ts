import type { RootContent, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { treeOf } from '../markdownTree.ts';
import { slugOf } from '../routes.ts';
import { pagePath, type TextPage } from '../textPages.ts';
import type { Part } from './terms.ts';

const WORDS = /^<!-- search: (.*) -->$/;

/** A page cut at its headings. `<!-- search: words -->` in a part says what else people call it. */
export function partsOf(page: TextPage): Omit<Part, 'id'>[] {
  const parts: Omit<Part, 'id'>[] = [];
  for (const node of treeOf(page.text).children) {
    if (node.type === 'heading') {
      const heading = toString(node);
      const path = pagePath(page);
      parts.push({
        path: parts.length > 0 ? `${path}#${slugOf(heading)}` : path,
        page: page.title,
        heading: parts.length > 0 ? heading : '',
        text: '',
        // A log has the name of an error: its own page comes before the tables that list it.
        words: parts.length === 0 && page.group.startsWith('Errors') ? page.title : '',
      });
      continue;
    }
    const part = parts.at(-1);
    if (!part) continue;
    const words = node.type === 'html' && WORDS.exec(node.value)?.[1];
    if (words) part.words += ` ${words}`;
    else part.text += ` ${textOf(node)}`;
    if (node.type === 'table') part.words += ` ${namesIn(node)}`;
  }
  return parts;
}

/** What the rows of a table are about, such as options or exit codes: the code in their first cells. */
function namesIn({ children: [, ...rows] }: Table): string {
  return rows
    .flatMap(({ children: [cell] }) => cell!.children.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : [])))
    .join(' ');
}

/** The texts of a table's cells are words of their own. */
function textOf(node: RootContent): string {
  if ('children' in node)
    return node.children
      .map((child) => textOf(child as RootContent))
      .join(node.type === 'paragraph' || node.type === 'tableCell' ? '' : ' ');
  return toString(node);
}

/** A text without the words that only the search reads. */
export function withoutSearchWords(markdown: string): string {
  return markdown.replaceAll(/^<!-- search: .* -->\n+/gm, '');
}
