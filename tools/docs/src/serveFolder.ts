import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
  '.yaml': 'application/yaml',
};

export interface Serving {
  url: string;
  close(): Promise<void>;
}

/** Serves a folder on this machine as a plain static host does: a folder's index.html, and 404.html for what is not there. `first` may take a request before. */
export async function serveFolder(
  folder: string,
  {
    port = 0,
    path = '/',
    first,
  }: { port?: number; path?: string; first?: (request: IncomingMessage, response: ServerResponse) => boolean } = {},
): Promise<Serving> {
  const listener: RequestListener = (request, response) => {
    if (!first?.(request, response)) void answer(folder, path, request, response);
  };
  const server = createServer(listener);
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, close: () => closeServer(server) };
}

async function answer(folder: string, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const found = pathname.startsWith(path) && (await fileAt(folder, decodeURIComponent(pathname.slice(path.length))));
  const file = found || join(folder, '404.html');
  response.writeHead(found ? 200 : 404, {
    'content-type': `${TYPES[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`,
    'cache-control': 'no-store',
  });
  createReadStream(file)
    .on('error', () => response.end())
    .pipe(response);
}

async function fileAt(folder: string, name: string): Promise<string | undefined> {
  // Normalized as an absolute path first, a name cannot lead out of the folder.
  const file = join(folder, normalize(`/${name}`));
  const about = await stat(file).catch(() => undefined);
  if (about?.isDirectory()) return fileAt(folder, join(name, 'index.html'));
  return about?.isFile() ? file : undefined;
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => {
    server.close(() => done());
  });
}
