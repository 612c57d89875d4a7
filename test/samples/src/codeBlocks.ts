/** A fenced block of a Markdown text. */
export interface CodeBlock {
  /** What stands behind its fence: a language, and whatever else its author has written. */
  readonly info: string;
  readonly code: string;
  /** The line of its fence, from 1. */
  readonly line: number;
  /** The file of spec/samples that the line before the fence names. */
  readonly sample: string | undefined;
}

/** Every fenced block, however it is fenced. */
export function codeBlocks(markdown: string): CodeBlock[] {
  const lines = markdown.split('\n');
  const blocks: CodeBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, indent, fence, info] = /^([\s>]*)(`{3,}|~{3,})(.*)$/.exec(lines[at]!) ?? [];
    if (fence === undefined || (fence.startsWith('`') && info!.includes('`'))) continue;
    const closing = new RegExp(`^[\\s>]*${fence[0]}{${fence.length},}\\s*$`);
    const length = lines.slice(at + 1).findIndex((line) => closing.test(line));
    const end = length === -1 ? lines.length : at + 1 + length;
    blocks.push({
      info: info!.trim(),
      code: lines
        .slice(at + 1, end)
        .map((line) => (line.startsWith(indent!) ? line.slice(indent!.length) : line.trimStart()))
        .join('\n'),
      line: at + 1,
      sample: sampleBefore(lines, at),
    });
    at = end;
  }
  return blocks;
}

/** What stands in one line of a text between single backticks. */
export function inlineCode(markdown: string): { code: string; line: number }[] {
  const fenced = codeBlocks(markdown).map(({ line, code }) => [line, line + code.split('\n').length + 1] as const);
  return markdown
    .split('\n')
    .flatMap((text, index) => [...text.matchAll(/(?<!`)`([^`]+)`(?!`)/g)].map(([, code]) => ({ code: code!, line: index + 1 })))
    .filter(({ line }) => !fenced.some(([from, to]) => line >= from && line <= to));
}

function sampleBefore(lines: readonly string[], fence: number): string | undefined {
  const above = lines.slice(0, fence).findLast((line) => line.trim() !== '');
  return /^<!-- sample: (\S+) -->$/.exec(above ?? '')?.[1];
}
