import { commentsIn, replaceAt } from './markdownTree.ts';

/** A Markdown text without its comments, which are for those who edit it. `<!-- search: words -->` stays, since the search reads it. */
export function withoutComments(markdown: string): string {
  const comments = commentsIn(markdown).filter(({ start }) => !markdown.startsWith('<!-- search:', start));
  return replaceAt(
    markdown,
    comments.map((comment) => ({ ...comment, end: comment.end + /^\n{0,2}/.exec(markdown.slice(comment.end))![0].length })),
    () => '',
  );
}
