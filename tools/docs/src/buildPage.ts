import { operationsOf, type Contract } from '@finauth-sdk/generate/contract';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeSamplesOf } from './codeSamples.ts';
import { withContentPolicy } from './contentPolicy.ts';
import { escapeHtml } from './escapeHtml.ts';
import type { Guide } from './guide.ts';
import { pageHead } from './pageHead.ts';
import { runRedocly } from './runRedocly.ts';

// What Redoc's makers have their name shown with, and would fetch from their own server.
const LOGO = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;

export const assets = join(import.meta.dirname, '../assets');

/** The start page: all of the API and the guides, by Redoc. It asks nothing of any other server. */
export async function buildPage(document: Contract, guides: Guide[], siteUrl: string): Promise<string> {
  const logo = await readFile(join(assets, 'redocly.svg'), 'utf8');
  const title = `${document.info.title}: guides and reference`;
  const html = await runRedocly(document, redocOptions(document), await template(title, summaryOf(document), guides, siteUrl));
  const page = html
    .replaceAll(LOGO, `data:image/svg+xml,${encodeURIComponent(logo.trim()).replaceAll("'", '%27')}`)
    // Redoc writes its routes as paths first, and as hashes once its script runs.
    .replaceAll(/(<a [^>]*\bhref=")\/(?=[^/])/g, '$1#/')
    .replaceAll(/(<a [^>]*\bhref=")\/"/g, '$1#/"');
  const left = /<(?:script|img|link|iframe)\b[^>]*(?:src|href)="https?:/.exec(page.replaceAll(/<link rel="canonical"[^>]*>/g, ''));
  if (left) throw new Error(`The page would load from elsewhere: ${left[0]}`);
  return withContentPolicy(page);
}

function redocOptions(document: Contract): Record<string, unknown> {
  const samples = operationsOf(document).flatMap(({ operation }) => codeSamplesOf(operation));
  const languages = samples.map(({ lang, label = lang }) => ({ lang, label }));
  return {
    hideLogo: true,
    // Redoc drops samples that it has not been told of, by what their tabs are called.
    codeSamples: { languages: languages.filter(({ label }, index) => languages.findIndex((other) => other.label === label) === index) },
    downloadUrls: [
      { title: 'openapi.yaml', url: 'openapi.yaml' },
      { title: 'openapi.json', url: 'openapi.json' },
    ],
    jsonSamplesExpandLevel: 'all',
    schemasExpansionLevel: 'all',
    sortRequiredPropsFirst: true,
  };
}

/** What a search engine shows under the title. */
export function summaryOf({ info }: Contract): string {
  return (info as { summary?: string }).summary ?? info.title;
}

async function template(title: string, description: string, guides: Guide[], siteUrl: string): Promise<string> {
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${escapeHtml(title)}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  ${pageHead({ title, description, siteUrl, path: '', root: '' })}
  {{{redocHead}}}
  <style>${await readFile(join(assets, 'site.css'), 'utf8')}</style>
</head>
<body>
  <a class="skip" href="#api-content">Skip to the content</a>
  <main>{{{redocHTML}}}</main>
  <script>${await readFile(join(assets, 'page.js'), 'utf8')}</script>
  <noscript><p class="noscript">This page needs JavaScript. These do not: ${guides.map(({ slug, title: name }) => `<a href="guides/${slug}/">${escapeHtml(name)}</a>`).join(', ')}, <a href="errors/">Errors</a>, <a href="llms-full.txt">all of it as text</a>.</p></noscript>
</body>
</html>
`;
}
