import type { IncomingMessage, ServerResponse } from 'node:http';
import style from './page/page.css?raw';
import html from './page/page.html?raw';
import script from './page/page.js?raw';

/** What the live page shows above its calls: at its start, and again whenever the settings or the clock change. */
export interface PageState {
  readonly [name: string]: unknown;
}

export interface Page {
  /** Serves a request for the page; false if it is for something else. */
  serve(request: IncomingMessage, response: ServerResponse, path: string): boolean;
  /** Tells every open page. */
  tell(event: 'state' | 'request', data: object): void;
  close(): void;
}

const FILES: Readonly<Record<string, readonly [text: string, type: string]>> = {
  '/': [html, 'text/html; charset=utf-8'],
  '/_sandbox/page.css': [style, 'text/css; charset=utf-8'],
  '/_sandbox/page.js': [script, 'text/javascript; charset=utf-8'],
};
const EVENTS = '/_sandbox/events';
const LISTENERS = 20;
// A page that does not read what it is sent is let go.
const BACKLOG_BYTES = 4 * 1024 * 1024;

// The page loads nothing from anywhere but here, and nothing that a caller sent can become a script of it.
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The live page at `/`, told what happens by server-sent events. `start` is what a page is told first. */
export function createPage(start: () => PageState): Page {
  const listeners = new Set<ServerResponse>();
  const send = (listener: ServerResponse, event: string, data: object): void => {
    if (listener.writableLength > BACKLOG_BYTES) listener.destroy();
    else listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };

  const listen = (method: string, response: ServerResponse): void => {
    // Events would have no body to go into, and so no end.
    if (method === 'HEAD') return void response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' }).end();
    if (listeners.size >= LISTENERS)
      return void response.writeHead(503, { ...HEADERS, 'Content-Type': 'text/plain' }).end('Too many pages are open');
    listeners.add(response);
    response.on('error', () => {}).once('close', () => listeners.delete(response));
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
    send(response, 'state', start());
  };

  return {
    serve({ method }, response, path) {
      if (method !== 'GET' && method !== 'HEAD') return false;
      const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
      if (file !== undefined) response.writeHead(200, { ...HEADERS, 'Content-Type': file[1] }).end(file[0]);
      else if (path === EVENTS) listen(method, response);
      return file !== undefined || path === EVENTS;
    },
    tell(event, data) {
      for (const listener of listeners) send(listener, event, data);
    },
    close() {
      for (const listener of listeners) listener.end();
    },
  };
}
