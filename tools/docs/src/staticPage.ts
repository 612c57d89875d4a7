import { layout, rootOf, type SiteParts } from './layout.ts';
import { markdownToHtml } from './markdownToHtml.ts';
import { pagePath, type TextPage } from './textPages.ts';

/** A text as a page of its own. `page` has its links relative to the page; `names` are the exports of the packages, and where each is described. */
export function staticPage(site: SiteParts, page: TextPage, names: ReadonlyMap<string, string>): string {
  const path = pagePath(page);
  const root = rootOf(path);
  const markdown = `${root}${page.path}`;
  return layout(site, {
    title: `${page.title} · ${site.contract.info.title}`,
    description: page.summary,
    path,
    head: `<link rel="alternate" type="text/markdown" href="${markdown}">`,
    main: `${markdownToHtml(page.text, new Map([...names].map(([name, api]) => [name, root + api])))}\n<p class="source"><a href="${markdown}">This page as Markdown</a></p>`,
  });
}
