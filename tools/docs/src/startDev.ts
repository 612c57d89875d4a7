import { watch } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
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
  const output = await mkdtemp(join(tmpdir(), 'finauth-docs-dev-'));
  const readers = new Set<ServerResponse>();
  let trouble = '';
  let url = 'http://127.0.0.1/';

  async function build(): Promise<void> {
    const began = performance.now();
    try {
      await buildDocs({ spec, api, output, siteUrl: url });
      trouble = '';
      say(`Built in ${Math.round(performance.now() - began)} ms.`);
    } catch (error) {
      trouble = error instanceof Error ? error.message : String(error);
      say(`${trouble}\nThe site is as it was. Correct the spec and it goes on.`);
    }
    for (const reader of readers) reader.write('event: built\ndata:\n\n');
  }

  function first(request: IncomingMessage, response: ServerResponse): boolean {
    const { pathname } = new URL(request.url ?? '/', url);
    if (pathname === EVENTS) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(': open\n\n');
      readers.add(response);
      response.on('close', () => readers.delete(response));
    } else if (pathname === CLIENT) response.writeHead(200, { 'content-type': 'text/javascript' }).end(SCRIPT);
    else if (pathname.endsWith('/') || pathname.endsWith('.html'))
      void sendPage(join(output, pathname.replace(/\/$/, '/index.html')), response);
    else return false;
    return true;
  }

  async function sendPage(file: string, response: ServerResponse): Promise<void> {
    const page = trouble ? errorPage(trouble) : await readFile(file, 'utf8').catch(() => readFile(join(output, '404.html'), 'utf8'));
    response
      .writeHead(trouble ? 500 : 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(page.replace('</head>', () => `<script src="${CLIENT}"></script></head>`));
  }

  const serving = await serveFolder(output, { port, first });
  url = serving.url;
  const stop = watchSpec(spec, build);
  await build();
  return {
    url,
    async close() {
      await stop();
      await serving.close();
      await rm(output, { recursive: true, force: true });
    },
  };
}

/** Builds when something has changed and all is quiet again, one build at a time. */
function watchSpec(spec: string, build: () => Promise<void>): () => Promise<void> {
  let settling: NodeJS.Timeout | undefined;
  let building = Promise.resolve();
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

function errorPage(message: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The spec is wrong</title></head>
<body><main><h1>The spec is wrong</h1><pre>${escapeHtml(message)}</pre><p>This page loads itself anew once it is right.</p></main></body></html>`;
}
