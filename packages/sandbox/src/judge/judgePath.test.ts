import { expect, it } from 'vitest';
import type { Call } from '../call.ts';
import { routes } from '../generated/routes.ts';
import { callOf } from '../testing/callOf.ts';
import { judgePath } from './judgePath.ts';

const { method, path } = routes[0]!;

function call(given: string, by: string = method): Call {
  return callOf({ method: by, path: given });
}

it.each(routes)('finds the operation by method and path: $operationId', (route) => {
  const its = call(route.path, route.method);
  expect(judgePath(its)).toBeUndefined();
  expect(its.route).toBe(route);
});

it.each([
  ['another path', '/nowhere', /No API has this path/],
  ['another path with an extra slash', '/nowhere/', /No API has this path/],
  ['another path with an extra segment', `${path}/nowhere`, /No API has this path/],
  ['one slash at the end', `${path}/`, /an extra slash/],
  ['several slashes at the end', `${path}//`, /an extra slash/],
  ['upper and lower case', path.replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()), /upper and lower case/],
  ['a path in the base URL', `/api${path}`, /The base URL has “\/api” after the host/],
])('says what is wrong with the path: %s', (_what, given, message) => {
  expect(judgePath(call(given))?.why).toEqual({
    message: expect.stringMatching(message),
    expected: routes.map((route) => `${route.method} ${route.path}`).join(', '),
    got: `${method} ${given}`,
  });
});

it('says which method the path has', () => {
  expect(judgePath(call(path, 'OPTIONS'))?.why).toMatchObject({ expected: expect.stringContaining(method), got: 'OPTIONS' });
});
