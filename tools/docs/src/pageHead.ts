import { escapeHtml } from './escapeHtml.ts';

export interface PageHead {
  title: string;
  description: string;
  /** The address of the site, with a slash at its end. */
  siteUrl: string;
  /** The page's address within the site, nothing for the start page. */
  path: string;
  /** How one gets from the page to the site's start: nothing, or `../` as often as the page lies in folders. */
  root: string;
}

/** What search engines, link previews and browsers' tabs show of a page. */
export function pageHead({ title, description, siteUrl, path, root }: PageHead): string {
  const url = escapeHtml(siteUrl + path);
  const card = escapeHtml(`${siteUrl}social-card.png`);
  return [
    `<meta name="description" content="${escapeHtml(description)}">`,
    `<link rel="canonical" href="${url}">`,
    `<link rel="icon" href="${root}favicon.svg" type="image/svg+xml">`,
    '<meta property="og:type" content="website">',
    `<meta property="og:title" content="${escapeHtml(title)}">`,
    `<meta property="og:description" content="${escapeHtml(description)}">`,
    `<meta property="og:url" content="${url}">`,
    `<meta property="og:image" content="${card}">`,
    '<meta property="og:image:width" content="1200">',
    '<meta property="og:image:height" content="630">',
    '<meta property="og:image:alt" content="FinAuth SDK: one signed call from your server to a biz_token">',
    '<meta name="twitter:card" content="summary_large_image">',
  ].join('\n  ');
}
