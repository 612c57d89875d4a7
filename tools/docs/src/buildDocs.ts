import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { apiPage, exportsIn } from './apiPage.ts';
import { assets } from './assets.ts';
import { packages as ownPackages } from './folders.ts';
import { homePage } from './homePage.ts';
import { rootOf } from './layout.ts';
import { llmsFull, llmsIndex } from './llms.ts';
import { findIn } from './markdownTree.ts';
import { notFoundPage } from './notFoundPage.ts';
import { readableDocument } from './readableDocument.ts';
import { readErrorAdvice } from './readErrorAdvice.ts';
import { readGuides, readSdkErrors } from './readGuides.ts';
import { readPackages } from './readPackages.ts';
import { referencePage } from './referencePage.ts';
import { renderText } from './renderText.ts';
import { checkRoutes, REFERENCE, routesOf, slugOf } from './routes.ts';
import { withoutSearchWords } from './search/partsOf.ts';
import { searchIndex, searchScript } from './search/searchFiles.ts';
import { sitemap } from './sitemap.ts';
import { splitSections } from './splitSections.ts';
import { staticPage } from './staticPage.ts';
import { pagePath, type TextPage, textPages } from './textPages.ts';
import { withPlainTexts } from './withoutHtml.ts';

export interface DocsOptions {
  /** The folder of the spec, its guides and samples. */
  spec: string;
  /** The folder to write, which is emptied first. */
  output: string;
  /** Where the site will be, with a slash at its end: https://example.com/docs/. Without it, what takes a whole address is left out. */
  siteUrl: string | undefined;
  /** The folder with the pages of the TypeScript API. */
  api: string;
  /** The folder with the packages, whose READMEs are pages. */
  packages?: string;
}

/** Makes the site: a folder of files for any static host, also under a path. If something is wrong, it writes nothing. */
export async function buildDocs({ spec, output, siteUrl, api, packages = ownPackages }: DocsOptions): Promise<void> {
  const [written, guides, readmes, advice, sdkErrors, apiFiles] = await Promise.all([
    bundleSpec(spec),
    readGuides(spec),
    readPackages(packages),
    readErrorAdvice(spec),
    readSdkErrors(spec),
    readdir(api, { recursive: true }),
  ]);
  const contract = withPlainTexts(written);
  const rendering = { spec, contract, routes: routesOf(contract, guides, readmes, sdkErrors), base: '' };
  // Rendered once. A page's links lead up from its own folder first, so that the site may lie under any path.
  const pages = textPages({ ...rendering, base: ROOT_MARK }, guides, readmes, advice, sdkErrors);
  const readFrom = (page: TextPage, base: string): TextPage => ({ ...page, text: page.text.replaceAll(ROOT_MARK, base) });
  checkRoutes(['api/', REFERENCE, ...pages.flatMap((page) => [pagePath(page), ...headingsOf(page)])]);
  const published = {
    ...contract,
    info: { ...contract.info, description: renderText({ ...rendering, base: siteUrl ?? '' }, contract.info.description, 'openapi.yaml') },
  };
  const apiPages = await Promise.all(
    apiFiles
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.html'))
      .sort()
      .map(async (file) => [`api/${file}`, apiPage(await readFile(join(api, file), 'utf8'), `api/${file}`, siteUrl)] as const),
  );

  const site = { contract, pages, siteUrl };
  const names = exportsIn(apiPages.map(([path]) => path));
  const staticPages = pages.map((page) => [pagePath(page), staticPage(site, readFrom(page, rootOf(pagePath(page))), names)] as const);

  const files: Record<string, string> = {
    'index.html': homePage(site, rendering),
    [`${REFERENCE}index.html`]: await referencePage(readableDocument({ ...rendering, base: rootOf(REFERENCE) }), siteUrl),
    '404.html': await notFoundPage(siteUrl, contract.info.title),
    'openapi.json': `${JSON.stringify(published, null, 2)}\n`,
    'openapi.yaml': stringify(published, { aliasDuplicateObjects: false, lineWidth: 0 }),
    'search.json': searchIndex(pages, apiPages),
    'search.js': await searchScript(),
    'llms.txt': llmsIndex(contract, pages, siteUrl ?? ''),
    'llms-full.txt': withoutSearchWords(
      llmsFull(
        contract,
        splitSections(published.info.description).intro,
        pages.map((page) => readFrom(page, siteUrl ?? '')),
      ),
    ),
    'robots.txt': `User-agent: *\nAllow: /\n${siteUrl ? `\nSitemap: ${siteUrl}sitemap.xml\n` : ''}`,
    ...(siteUrl && {
      'sitemap.xml': sitemap(['', REFERENCE, ...staticPages.map(([path]) => path), ...apiPages.map(([path]) => path)], siteUrl),
    }),
    // GitHub Pages would leave out what begins with an underscore.
    '.nojekyll': '',
    ...Object.fromEntries(apiPages),
    ...Object.fromEntries(staticPages.map(([path, html]) => [`${path}index.html`, html])),
    ...Object.fromEntries(
      pages.map((page) => [page.path, `${withoutSearchWords(readFrom(page, siteUrl ?? rootOf(page.path)).text).trim()}\n`]),
    ),
  };
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  await Promise.all(Object.keys(files).map((file) => mkdir(dirname(join(output, file)), { recursive: true })));
  await cp(api, join(output, 'api'), { recursive: true });
  await Promise.all([
    ...Object.entries(files).map(([file, text]) => writeFile(join(output, file), text)),
    writeFile(join(output, 'static.css'), `${await asset('header.css')}\n${await asset('static.css')}`),
    cp(join(spec, 'guides/pictures'), join(output, 'pictures'), { recursive: true }),
    ...ASSETS.map((file) => cp(join(assets, file), join(output, file))),
  ]);
}

/** What stands before each address in a text, until it is known from where it is read. */
const ROOT_MARK = 'site-root:';

const ASSETS = ['favicon.svg', 'social-card.png', 'header.css', 'copy.js', 'moved.js'];

function asset(file: string): Promise<string> {
  return readFile(join(assets, file), 'utf8');
}

/** Where the headings of a page can be linked to. */
function headingsOf(page: TextPage): string[] {
  return findIn(page.text)
    .headings.slice(1)
    .map(({ title }) => `${pagePath(page)}#${slugOf(title)}`);
}
