import type { Contract } from '@finauth-sdk/generate/contract';
import { withContentPolicy } from './contentPolicy.ts';
import { escapeHtml } from './escapeHtml.ts';
import { pageHead } from './pageHead.ts';
import { REFERENCE } from './routes.ts';
import { pagePath, type TextPage } from './textPages.ts';

export interface Layout {
  title: string;
  description: string;
  /** The page's address within the site: nothing for the start page. */
  path: string;
  /** What else the head holds. */
  head?: string;
  /** The HTML of what the page is there for. */
  main: string;
}

/** What all pages of one site have in common. `pages` are those that the navigation lists. */
export interface SiteParts {
  contract: Contract;
  pages: TextPage[];
  siteUrl: string | undefined;
}

/** A page that can be read without a script. */
export function layout({ contract, pages, siteUrl }: SiteParts, { title, description, path, head = '', main }: Layout): string {
  const root = rootOf(path);
  return withContentPolicy(`<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${escapeHtml(title)}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  ${pageHead({ title, description, siteUrl, path, root })}
  ${head}
  <link rel="stylesheet" href="${root}static.css">
  <script src="${root}copy.js" defer></script>
  <script src="${root}search.js" defer></script>
</head>
<body>
  <a class="skip" href="#content">Skip to the content</a>
  ${siteHeader(contract, root)}
  <div class="columns">
  <main id="content" tabindex="-1">
${main}
  </main>
  <nav id="pages" aria-label="Pages">
${(['Guides', 'Reference', 'Packages'] as const).map((group) => list(group, pages, path)).join('\n')}
  </nav>
  </div>
</body>
</html>
`);
}

/** The way from any page to the start, the errors, the reference and the TypeScript API. */
export function siteHeader(contract: Contract, root: string): string {
  return `<header class="site"><a href="${root || './'}">${escapeHtml(contract.info.title)}</a> <a href="${root}errors/">Errors</a> <a href="${root}${REFERENCE}">API reference</a> <a href="${root}api/index.html">TypeScript API</a></header>`;
}

function list(group: TextPage['group'], pages: TextPage[], path: string): string {
  const root = rootOf(path) || './';
  const items = pages
    .filter((page) => page.group === group)
    .map(
      (page) =>
        `<li><a href="${root}${pagePath(page)}"${pagePath(page) === path ? ' aria-current="page"' : ''}>${escapeHtml(page.title)}</a></li>`,
    );
  return items.length > 0 ? `<h2>${group}</h2>\n<ul>\n${items.join('\n')}\n</ul>` : '';
}

/** How one gets from a page, or another file, to the site's start. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}
