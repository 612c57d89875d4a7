import { createHash } from 'node:crypto';

/**
 * The page with a policy that lets it load from its own site only, and run only the scripts that it was built with.
 * Redoc sets styles as it runs, and may search in a worker that it makes of a text of its own.
 */
export function withContentPolicy(html: string): string {
  const scripts = [...html.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)].map(([, code]) => `'sha256-${sha256(code!)}'`);
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${[...new Set(scripts)].join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    // typedoc unpacks its index by fetching it from a data: address.
    "connect-src 'self' data:",
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html.replace(
    /<meta charset="?utf-?8"?\s*\/?>/i,
    (charset) => `${charset}\n  <meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
