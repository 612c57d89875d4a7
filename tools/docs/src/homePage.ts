import { layout, type SiteParts } from './layout.ts';
import { markdownToHtml } from './markdownToHtml.ts';
import { renderText, type Rendering } from './renderText.ts';
import { REFERENCE } from './routes.ts';
import { splitSections } from './splitSections.ts';
import { summaryOf } from './summaryOf.ts';
import { pagePath, type TextPage } from './textPages.ts';

/** The start page: what FinAuth is, and where everything stands. */
export function homePage(site: SiteParts, rendering: Rendering): string {
  const { contract, pages } = site;
  const { intro } = splitSections(contract.info.description);
  const markdown = [
    `# ${contract.info.title}`,
    renderText(rendering, intro, 'openapi.yaml'),
    '## Guides',
    list(pages, 'Guides'),
    '## Reference',
    `${list(pages, 'Reference')}
- [API reference](${REFERENCE}): every call with its fields and samples side by side.
- [TypeScript API](api/index.html): every export of the packages, with its options and defaults.`,
    '## Packages',
    list(pages, 'Packages'),
    "## FinAuth's errors",
    list(pages, 'Errors'),
    "## The SDK's own errors",
    list(pages, 'Errors of the SDK'),
    '## For programs',
    `[llms.txt](llms.txt) lists all pages as Markdown, and [llms-full.txt](llms-full.txt) has all of it as one text. The API's description: [openapi.yaml](openapi.yaml), [openapi.json](openapi.json).`,
  ];
  return layout(site, {
    title: `${contract.info.title}: guides and reference`,
    description: summaryOf(contract),
    path: '',
    head: '<script src="moved.js" defer></script>',
    main: markdownToHtml(markdown.join('\n\n')),
  });
}

function list(pages: TextPage[], group: TextPage['group']): string {
  return pages
    .filter((page) => page.group === group)
    .map((page) => `- [${page.title}](${pagePath(page)}): ${page.summary}`)
    .join('\n');
}
