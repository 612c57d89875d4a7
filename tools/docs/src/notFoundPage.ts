import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assets } from './assets.ts';
import { withContentPolicy } from './contentPolicy.ts';
import { escapeHtml } from './escapeHtml.ts';

/** What a host shows for an address that is not there, in whatever folder. So its links are whole addresses, and there are none where the site's own is not known. */
export async function notFoundPage(siteUrl: string | undefined, title: string): Promise<string> {
  const home = siteUrl && escapeHtml(new URL(siteUrl).pathname);
  return withContentPolicy(`<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Not found: ${escapeHtml(title)}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  ${home ? `<link rel="icon" href="${home}favicon.svg" type="image/svg+xml">` : ''}
  <style>${await readFile(join(assets, 'notFound.css'), 'utf8')}</style>
</head>
<body>
  <main>
    <h1>There is no such page</h1>
    <p>The address may be old or mistyped. ${home ? 'Try one of these pages:' : 'Shorten it to where the docs begin.'}</p>
${home ? links(home) : ''}  </main>
</body>
</html>
`);
}

function links(home: string): string {
  return `    <ul>
      <li><a href="${home}">The start: guides and reference</a></li>
      <li><a href="${home}errors/">Errors: why was a call refused?</a></li>
      <li><a href="${home}api/index.html">The TypeScript API</a></li>
      <li><a href="${home}llms.txt">A list of all pages, as text</a></li>
    </ul>
`;
}
