import type { Part } from './terms.ts';

/** One of typedoc's pages, by its name and the first of what it says. */
export function apiPart(html: string, path: string): Omit<Part, 'id'> {
  const title = /<title>([^<|]*)/.exec(html)?.[1]?.trim() ?? '';
  const comment = /<div class="tsd-comment tsd-typography">([^]*?)<\/div>/.exec(html)?.[1] ?? '';
  return {
    path,
    page: `${title} (TypeScript API)`,
    heading: '',
    text: comment.replaceAll(/<[^>]*>/g, ' ').replaceAll(/&\w+;/g, ' '),
    words: title,
  };
}
