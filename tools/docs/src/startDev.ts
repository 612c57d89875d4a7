import { watch } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDocs, type DocsOptions } from './buildDocs.ts';
import { escapeHtml } from './escapeHtml.ts';
import { serveFolder, type Serving } from './serveFolder.ts';

export interface DevOptions extends Pick<DocsOptions, 'spec' | 'api'> {
  port?: number;
  say: (text: string) => void;
}

const EVENTS = '/_dev/events';
// The policy allows only scripts that the page was built with, or that come from its own site.
const CLIENT = '/_dev/reload.js';
const SCRIPT = `new EventSource('${EVENTS}').addEventListener('built', () => location.reload());`;
const SETTLE_MS = 60;

/** Serves the site, builds it again when a file of the spec changes, and has open pages load themselves anew. A wrong spec shows its error in their place. */
export async function startDev({ spec, api, port = 0, say }: DevOptions): Promise<Serving> {
  const scratch = await mkdtemp(join(tmpdir(), 'finauth-docs-dev-'));
  const readers = new Set<ServerResponse>();
  // Each build has a folder of its own, so that no request meets one that is half written. The one before is kept for requests under way.
  const site = (number: number) => join(scratch, String(number));
  let builds = 0;
  let current = 0;
  let previous = 0;
  let trouble = '';

  async function build(url: string): Promise<void> {
    const began = performance.now();
    const number = ++builds;
    try {
      await buildDocs({ spec, api, output: site(number), siteUrl: url });
      const stale = previous;
      previous = current;
      current = number;
      trouble = '';
      await rm(site(stale), { recursive: true, force: true }).catch(() => {});
      say(`Built in ${Math.round(performance.now() - began)} ms.`);
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error);
      say(`${trouble}\nThe site is as it was. Correct the spec and it goes on.`);
    }
    for (const reader of readers) reader.write('event: built\ndata:\n\n');
  }

  function first(pathname: string, response: ServerResponse): boolean {
    const isPage = pathname.endsWith('/') || pathname.endsWith('.html');
    if (pathname === EVENTS) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(': open\n\n');
      readers.add(response);
      response.on('close', () => readers.delete(response));
    } else if (pathname === CLIENT) response.writeHead(200, { 'content-type': 'text/javascript' }).end(SCRIPT);
    else if (trouble && isPage)
      response
        .writeHead(500, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
        .end(withReload(errorPage(trouble)));
    else return false;
    return true;
  }

  // The address has to be known for the first build. Until that is done, requests wait.
  const firstBuild = Promise.withResolvers<void>();
  const folder = async () => {
    await firstBuild.promise;
    return site(current);
  };
  const serving = await serveFolder(folder, { port, first, page: withReload });
  const stop = watchSpec(spec, () => build(serving.url), build(serving.url).finally(firstBuild.resolve));
  await firstBuild.promise;
  return {
    url: serving.url,
    async close() {
      await stop();
      await serving.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

/** Builds when something has changed and all is quiet again, one build at a time. */
function watchSpec(spec: string, build: () => Promise<void>, building: Promise<void>): () => Promise<void> {
  let settling: NodeJS.Timeout | undefined;
  const watcher = watch(spec, { recursive: true }, (_, file) => {
    if (file?.includes('node_modules')) return;
    clearTimeout(settling);
    settling = setTimeout(() => (building = building.then(build)), SETTLE_MS);
  });
  return async () => {
    watcher.close();
    clearTimeout(settling);
    await building;
  };
}

function withReload(html: string): string {
  return html.replace('</head>', () => `<script src="${CLIENT}"></script></head>`);
}

function errorPage(message: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The spec is wrong</title></head>
<body><main><h1>The spec is wrong</h1><pre>${escapeHtml(message)}</pre><p>This page reloads once the spec is right.</p></main></body></html>`;
}
