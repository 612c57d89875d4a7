import type { Call } from '../call.ts';
import { routes } from '../generated/routes.ts';
import { refuse, type Refusal } from './ruling.ts';

/** Path and method, before the body is read. */
export function judgePath(call: Call): Refusal | undefined {
  const here = routes.filter(({ path }) => path === call.path);
  const route = here.find(({ method }) => method === call.method);
  if (route !== undefined) {
    call.route = route;
    return undefined;
  }
  if (here.length > 0) {
    const methods = here.map(({ method }) => method).join(' or ');
    return refuse('API_NOT_FOUND', {
      message: `The path is right, but the method is not: use ${methods}.`,
      expected: methods,
      got: call.method,
    });
  }
  return refuse('API_NOT_FOUND', {
    message: explain(call.path),
    expected: routes.map(({ method, path }) => `${method} ${path}`).join(', '),
    got: `${call.method} ${call.path}`,
  });
}

function explain(given: string): string {
  const near = routes.find(({ path }) => given.endsWith(path));
  if (near) return `The base URL has “${given.slice(0, -near.path.length)}” after the host. It has to be the host alone.`;
  const squeezed = given.replaceAll(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
  if (routes.some(({ path }) => path === squeezed)) return 'The path has an extra slash.';
  if (routes.some(({ path }) => path.toLowerCase() === given.toLowerCase())) return 'The path differs in upper and lower case.';
  return 'No API has this path.';
}
