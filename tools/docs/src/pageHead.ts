import { escapeHtml } from './escapeHtml.ts';

export interface PageHead {
  title: string;
  description: string;
  /** The address of the site, with a slash at its end, if it is known. */
  siteUrl: string | undefined;
  /** The page's address within the site, nothing for the start page. */
  path: string;
  /** How one gets from the page to the site's start: nothing, or `../` as often as the page lies in folders. */
  root: string;
}

/** What search engines, link previews and browsers' tabs show of a page. What takes a whole address is left out where none is known. */
export function pageHead({ title, description, siteUrl, path, root }: PageHead): string {
  const tags = [
    `<meta name="description" content="${escapeHtml(description)}">`,
    `<link rel="icon" href="${root}favicon.svg" type="image/svg+xml">`,
    '<meta property="og:type" content="website">',
    `<meta property="og:title" content="${escapeHtml(title)}">`,
    `<meta property="og:description" content="${escapeHtml(description)}">`,
  ];
  if (siteUrl) {
    const url = escapeHtml(siteUrl + path);
    tags.push(
      `<link rel="canonical" href="${url}">`,
      `<meta property="og:url" content="${url}">`,
      `<meta property="og:image" content="${escapeHtml(`${siteUrl}social-card.png`)}">`,
      '<meta property="og:image:width" content="1200">',
      '<meta property="og:image:height" content="630">',
      '<meta property="og:image:alt" content="FinAuth SDK: one signed call from your server to a biz_token">',
      '<meta name="twitter:card" content="summary_large_image">',
    );
  }
  return tags.join('\n  ');
}
