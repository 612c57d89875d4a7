import { withContentPolicy } from './contentPolicy.ts';
import { pageHead } from './pageHead.ts';

/** One of typedoc's pages as part of the site: its way back, its policy, and what search engines want of it. `path` is its address within the site. */
export function apiPage(html: string, path: string, siteUrl: string): string {
  const root = '../'.repeat(path.split('/').length - 1);
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const description = `${title}: shapes, defaults, units, and the errors thrown.`;
  const linked = html
    .replaceAll('"site:', `"${root}`)
    .replace(/<meta name="description"[^>]*>/, '')
    .replace('</head>', `${pageHead({ title: unescape(title), description: unescape(description), siteUrl, path, root })}</head>`);
  return withContentPolicy(linked);
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
