import type { Contract } from '@finauth-sdk/generate/contract';
import { withContentPolicy } from './contentPolicy.ts';
import { escapeHtml } from './escapeHtml.ts';
import { markdownToHtml } from './markdownToHtml.ts';
import { pageHead } from './pageHead.ts';
import type { TextPage } from './textPages.ts';

/** Where a text has its page: `text/guides/quickstart.md` at `guides/quickstart/`. */
export function pagePath({ path }: TextPage): string {
  return path.replace(/^text\/(.*)\.md$/, '$1/');
}

/** A text as a page of its own, which needs no script. `text` has its links relative to the page; `pages` are those of the navigation. */
export function staticPage(contract: Contract, page: TextPage, pages: TextPage[], siteUrl: string): string {
  const path = pagePath(page);
  const root = rootOf(path);
  const title = `${page.title} · ${contract.info.title}`;
  const group = (name: string, members: TextPage[]) =>
    members.length > 0
      ? `<h2>${name}</h2>\n<ul>\n${members.map((other) => `<li><a href="${root}${pagePath(other)}"${other.path === page.path ? ' aria-current="page"' : ''}>${escapeHtml(other.title)}</a></li>`).join('\n')}\n</ul>`
      : '';
  const of = (name: TextPage['group']) => pages.filter((other) => other.group === name);
  return withContentPolicy(`<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${escapeHtml(title)}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  ${pageHead({ title, description: page.summary, siteUrl, path, root })}
  <link rel="alternate" type="text/markdown" href="${root}${page.path}">
  <link rel="stylesheet" href="${root}static.css">
  <script src="${root}copy.js" defer></script>
</head>
<body>
  <a class="skip" href="#content">Skip to the content</a>
  <header><a href="${root}">${escapeHtml(contract.info.title)}</a> <a href="${root}api/index.html">TypeScript API</a></header>
  <div class="columns">
  <main id="content" tabindex="-1">
${markdownToHtml(page.text)}
<p class="source"><a href="${root}${page.path}">This page as Markdown</a></p>
  </main>
  <nav aria-label="Pages">
${group('Guides', of('Guides'))}
${group('Reference', of('Reference'))}
  </nav>
  </div>
</body>
</html>
`);
}

/** How one gets from a page to the site's start. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}
