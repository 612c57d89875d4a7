import { operationsOf, type Contract } from '@finauth-sdk/generate/contract';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assets } from './assets.ts';
import { codeSamplesOf } from './codeSamples.ts';
import { withContentPolicy } from './contentPolicy.ts';
import { escapeHtml } from './escapeHtml.ts';
import { rootOf, siteHeader } from './layout.ts';
import { pageHead } from './pageHead.ts';
import { callPath, REFERENCE } from './routes.ts';
import { runRedocly } from './runRedocly.ts';
import { summaryOf } from './summaryOf.ts';

const ROOT = rootOf(REFERENCE);

// What Redoc's makers have their name shown with, and would fetch from their own server.
const LOGO = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;

/** The reference: every call, by Redoc. It asks nothing of any other server. */
export async function referencePage(document: Contract, siteUrl: string | undefined): Promise<string> {
  const logo = await readFile(join(assets, 'redocly.svg'), 'utf8');
  const html = await runRedocly(document, redocOptions(document), await template(document, siteUrl));
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
    // The height of the header, which stays where it is: see reference.css.
    scrollYOffset: 64,
    // Redoc drops samples that it has not been told of, by what their tabs are called.
    codeSamples: { languages: languages.filter(({ label }, index) => languages.findIndex((other) => other.label === label) === index) },
    downloadUrls: [
      { title: 'openapi.yaml', url: `${ROOT}openapi.yaml` },
      { title: 'openapi.json', url: `${ROOT}openapi.json` },
    ],
    jsonSamplesExpandLevel: 'all',
    schemasExpansionLevel: 'all',
    sortRequiredPropsFirst: true,
  };
}

async function template(document: Contract, siteUrl: string | undefined): Promise<string> {
  const title = `Reference · ${document.info.title}`;
  const description = `${summaryOf(document)} Every call with its fields, responses and samples.`;
  const calls = operationsOf(document).map(
    ({ operation }) => `<a href="${ROOT}${callPath(operation.operationId)}">${escapeHtml(operation.summary)}</a>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${escapeHtml(title)}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  ${pageHead({ title, description, siteUrl, path: REFERENCE, root: ROOT })}
  {{{redocHead}}}
  <link rel="stylesheet" href="${ROOT}header.css">
  <script src="${ROOT}search.js" defer></script>
  <style>${await readFile(join(assets, 'reference.css'), 'utf8')}</style>
</head>
<body>
  <a class="skip" href="#api-content">Skip to the content</a>
  ${siteHeader(document, ROOT)}
  <main>{{{redocHTML}}}</main>
  <script>${await readFile(join(assets, 'reference.js'), 'utf8')}</script>
  <noscript><p class="noscript">This page needs JavaScript. These do not: ${calls.join(', ')}, <a href="${ROOT}">all other pages</a>.</p></noscript>
</body>
</html>
`;
}
