import type { IncomingMessage, ServerResponse } from 'node:http';
import style from '../page/page.css?raw';
import html from '../page/page.html?raw';
import script from '../page/page.js?raw';

/** What the live page shows above its calls: at its start, and again whenever the settings or the clock change. */
export interface PageState {
  readonly [name: string]: unknown;
}

export interface Page {
  /** Whether a request is for the page. */
  has(method: string | undefined, path: string): boolean;
  /** Serves a request for the page. */
  serve(request: IncomingMessage, response: ServerResponse, path: string): void;
  /** Tells every open page. */
  tell(event: 'state' | 'request' | 'token', data: object): void;
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
    has: (method, path) => (method === 'GET' || method === 'HEAD') && (path === EVENTS || Object.hasOwn(FILES, path)),
    serve({ method = '' }, response, path) {
      if (path === EVENTS) return listen(method, response);
      const [text, type] = FILES[path]!;
      response.writeHead(200, { ...HEADERS, 'Content-Type': type }).end(text);
    },
    tell(event, data) {
      for (const listener of listeners) send(listener, event, data);
    },
    close() {
      for (const listener of listeners) listener.end();
    },
  };
}
