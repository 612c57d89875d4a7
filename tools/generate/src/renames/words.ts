import type { Rewrite } from './rewriteTexts.ts';

const WRITTEN_BY_HAND = ['*.md', '.github/**/*', '{spec,packages,tools,test}/**/*'];

/** Names as words, in everything that is written by hand. */
export function words(replacements: ReadonlyMap<string, string>): Rewrite {
  const names = [...replacements.keys()].join('|');
  // A digit before it may be that of `$1`, which stands for something else; otherwise it belongs to another word, as letters do.
  const pattern = new RegExp(String.raw`(?<![\p{L}_-]|(?<!\$)\d)(?:${names})(?![\p{L}\d_-])`, 'gu');
  return { files: WRITTEN_BY_HAND, pattern, replacements };
}
