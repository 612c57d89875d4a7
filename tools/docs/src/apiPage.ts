import { withContentPolicy } from './contentPolicy.ts';
import { pageHead } from './pageHead.ts';

/** One of typedoc's pages as part of the site: its way back, its policy, and what search engines want of it. `path` is its address within the site. */
export function apiPage(html: string, path: string, siteUrl: string | undefined): string {
  const root = '../'.repeat(path.split('/').length - 1);
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const description = `${title}: shapes, defaults, units, and the errors thrown.`;
  const linked = html
    .replaceAll('"site:', `"${root}`)
    .replace(/<meta name="description"[^>]*>/, '')
    .replace('</head>', `${pageHead({ title: unescape(title), description: unescape(description), siteUrl, path, root })}</head>`);
  return withContentPolicy(linked);
}

/** Each export by its name, and its page among typedoc's. Where two packages export a name, the page is that of the one that people install. */
export function exportsIn(apiPages: readonly string[]): Map<string, string> {
  const pages = apiPages.filter((path) => /^api\/(?:functions|classes|interfaces|types|variables)\//.test(path));
  const first = pages.toSorted((one, other) => Number(other.includes('_signing.')) - Number(one.includes('_signing.')));
  return new Map(
    first.toReversed().map((path) => [
      path
        .replace(/\.html$/, '')
        .split('.')
        .at(-1)!,
      path,
    ]),
  );
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
