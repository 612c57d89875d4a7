/** A fenced block of a Markdown text. */
export interface CodeBlock {
  readonly language: string;
  readonly code: string;
  /** The line of its fence, from 1. */
  readonly line: number;
  /** The file of spec/samples that the line before the fence names. */
  readonly sample: string | undefined;
}

/** Every fenced block that has a language. Without one, a block is a picture or an output. */
export function codeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(/(?:^<!-- sample: (\S+) -->\n+)?^ *```(\w+)\n([^]*?)\n *```$/gm)].map(
    ({ 0: all, 1: sample, 2: language, 3: code, index }) => ({
      language: language!,
      code: code!,
      line: markdown.slice(0, index + all.indexOf('```')).split('\n').length,
      sample,
    }),
  );
}
