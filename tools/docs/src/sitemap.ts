import { escapeHtml } from './escapeHtml.ts';

/** The pages for search engines. There are no dates: the same spec gives the same bytes. */
export function sitemap(paths: string[], siteUrl: string): string {
  const urls = paths.map((path) => `  <url><loc>${escapeHtml(siteUrl + path)}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}
