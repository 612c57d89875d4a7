import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { apiPage } from './apiPage.ts';
import { assets, buildPage } from './buildPage.ts';
import { llmsFull, llmsIndex } from './llms.ts';
import { notFoundPage } from './notFoundPage.ts';
import { readableDocument } from './readableDocument.ts';
import { readGuides } from './readGuides.ts';
import { renderText } from './renderText.ts';
import { pageRoutesOf } from './pageRoutes.ts';
import { checkRoutes, routesOf } from './routes.ts';
import { sitemap } from './sitemap.ts';
import { pagePath, rootOf, staticPage } from './staticPage.ts';
import { textPages } from './textPages.ts';
import { withPlainTexts } from './withoutHtml.ts';

export interface DocsOptions {
  /** The folder of the spec, its guides and samples. */
  spec: string;
  /** The folder to write, which is emptied first. */
  output: string;
  /** Where the site will be, with a slash at its end: https://example.com/docs/ */
  siteUrl: string;
  /** The folder with the pages of the TypeScript API. */
  api: string;
}

/** Makes the site: a folder of files for any static host, also under a path. If something is wrong, it writes nothing. */
export async function buildDocs({ spec, output, siteUrl, api }: DocsOptions): Promise<void> {
  const [written, guides, apiFiles] = await Promise.all([bundleSpec(spec), readGuides(spec), readdir(api, { recursive: true })]);
  const contract = withPlainTexts(written);
  const routes = routesOf(contract, guides);
  const onSite = { spec, contract, routes, base: '' };
  const asText = { ...onSite, routes: pageRoutesOf(contract, routes), base: siteUrl };
  const pages = textPages(asText, guides);
  // A page's links lead up from its own folder first, so that the site may lie under any path.
  const byRoot = new Map(['../', '../../'].map((base) => [base, textPages({ ...asText, base }, guides)]));
  const staticPages = pages.map((page, index): [string, string] => {
    const path = pagePath(page);
    return [path, staticPage(contract, byRoot.get(rootOf(path))![index]!, pages, siteUrl)];
  });
  checkRoutes(['api/', ...staticPages.map(([path]) => path)]);
  const published = { ...contract, info: { ...contract.info, description: renderText(asText, contract.info.description, 'openapi.yaml') } };
  const apiPages = await Promise.all(
    apiFiles
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.html'))
      .sort()
      .map(async (file) => [`api/${file}`, apiPage(await readFile(join(api, file), 'utf8'), `api/${file}`, siteUrl)] as const),
  );

  const files: Record<string, string> = {
    'index.html': await buildPage(readableDocument(onSite, guides), guides, siteUrl),
    '404.html': await notFoundPage(siteUrl, contract.info.title),
    'openapi.json': `${JSON.stringify(published, null, 2)}\n`,
    'openapi.yaml': stringify(published, { aliasDuplicateObjects: false, lineWidth: 0 }),
    'llms.txt': llmsIndex(contract, pages, siteUrl),
    'llms-full.txt': llmsFull(contract, pages),
    'robots.txt': `User-agent: *\nAllow: /\n\nSitemap: ${siteUrl}sitemap.xml\n`,
    'sitemap.xml': sitemap(['', ...staticPages.map(([path]) => path), ...apiPages.map(([path]) => path)], siteUrl),
    // GitHub Pages would leave out what begins with an underscore.
    '.nojekyll': '',
    ...Object.fromEntries(apiPages),
    ...Object.fromEntries(staticPages.map(([path, html]) => [`${path}index.html`, html])),
    ...Object.fromEntries(pages.map(({ path, text }) => [path, `${text.trim()}\n`])),
  };
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  await Promise.all(Object.keys(files).map((file) => mkdir(dirname(join(output, file)), { recursive: true })));
  await cp(api, join(output, 'api'), { recursive: true });
  await Promise.all([
    ...Object.entries(files).map(([file, text]) => writeFile(join(output, file), text)),
    ...['favicon.svg', 'social-card.png', 'static.css', 'copy.js'].map((file) => cp(join(assets, file), join(output, file))),
  ]);
}
