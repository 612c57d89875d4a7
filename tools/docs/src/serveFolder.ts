import { readFile, stat } from 'node:fs/promises';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
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

export interface ServeOptions {
  port?: number;
  /** Where the folder stands on the host. */
  path?: string;
  /** May take a request, by its decoded path, before the folder is looked at. */
  first?: (pathname: string, response: ServerResponse) => boolean;
  /** What is to be made of each page. */
  page?: (html: string) => string;
}

/**
 * Serves a folder on this machine as a plain static host does: a folder's index.html, and 404.html for what is not there.
 * A folder that is not there yet may be given as a promise: requests wait for it.
 */
export async function serveFolder(
  folder: string | (() => Promise<string>),
  { port = 0, path = '/', first, page }: ServeOptions = {},
): Promise<Serving> {
  async function answer(target: string, response: ServerResponse): Promise<void> {
    const pathname = pathOf(target);
    if (pathname === undefined) return send(response, 400, '.txt', 'This address is not well-formed.');
    const root = typeof folder === 'string' ? folder : await folder();
    if (first?.(pathname, response)) return;
    const found = pathname.startsWith(path) && (await fileAt(root, pathname.slice(path.length)));
    const file = found || join(root, '404.html');
    const body = await readFile(file).catch(() => undefined);
    if (body === undefined) return send(response, 404, '.txt', 'There is no such page.');
    send(response, found ? 200 : 404, extname(file), page && extname(file) === '.html' ? page(body.toString()) : body);
  }

  const listener: RequestListener = ({ url = '/' }, response) => {
    answer(url, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, 500, '.txt', String(error));
      else response.destroy();
    });
  };
  const server = createServer(listener);
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, close: () => closeServer(server) };
}

/** The path that is asked for, decoded; undefined for what is none, such as `/%E0` or `//`. */
function pathOf(target: string): string | undefined {
  try {
    return decodeURIComponent(new URL(target, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, extension: string, body: string | Buffer): void {
  response
    .writeHead(status, {
      'content-type': `${TYPES[extension] ?? 'application/octet-stream'}; charset=utf-8`,
      'cache-control': 'no-store',
    })
    .end(body);
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
