import type { Nodes, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';

/** A part of a Markdown text, and where it stands there. */
export interface Found {
  start: number;
  end: number;
  line: number;
}

export interface FoundLink extends Found {
  target: string;
}

export interface FoundHeading extends Found {
  depth: number;
  title: string;
}

/** A Markdown text with its tables, as a tree. */
export function treeOf(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

/** The headings and links of a Markdown text, code left aside. A link's place is that of its target. */
export function findIn(markdown: string): { headings: FoundHeading[]; links: FoundLink[] } {
  const headings: FoundHeading[] = [];
  const links: FoundLink[] = [];
  walk(fromMarkdown(markdown), (node) => {
    const place = { start: node.position!.start.offset!, end: node.position!.end.offset!, line: node.position!.start.line };
    if (node.type === 'heading') headings.push({ ...place, depth: node.depth, title: toString(node) });
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const start = markdown.slice(0, place.end).lastIndexOf(node.url);
    if (start >= place.start) links.push({ ...place, start, end: start + node.url.length, target: node.url });
  });
  return { headings, links };
}

/** The HTML in a Markdown text, but for comments, of which a marker of ours is one. */
export function htmlIn(markdown: string): Found[] {
  return htmlOf(markdown, (html) => !isComment(html));
}

/** The comments in a Markdown text. */
export function commentsIn(markdown: string): Found[] {
  return htmlOf(markdown, isComment);
}

function isComment(html: string): boolean {
  return /^(?:<!--(?:(?!--!?>|<!--)[^])*-->\s*)*$/.test(html);
}

function htmlOf(markdown: string, isWanted: (html: string) => boolean): Found[] {
  const found: Found[] = [];
  walk(fromMarkdown(markdown), (node) => {
    if (node.type !== 'html' || !isWanted(node.value)) return;
    found.push({ start: node.position!.start.offset!, end: node.position!.end.offset!, line: node.position!.start.line });
  });
  return found;
}

/** The text with each of the parts replaced by what is made of it. */
export function replaceAt<T extends Found>(markdown: string, parts: T[], replacement: (part: T) => string): string {
  return parts.reduceRight((text, part) => text.slice(0, part.start) + replacement(part) + text.slice(part.end), markdown);
}

function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  for (const child of (node as Partial<Parents>).children ?? []) walk(child, visit);
}
