import { expect, test } from 'vitest';
import { addressNames } from './addressNames.ts';

const routesOf = (paths: Record<string, string>): string =>
  Object.entries(paths)
    .map(([id, path]) => `  {\n    operationId: '${id}',\n    summary: 'A call',\n    method: 'POST',\n    path: '${path}',\n  },\n`)
    .join('');
const serversOf = (hosts: Record<string, string>): string =>
  Object.entries(hosts)
    .map(([region, host]) => `  ${region}: {\n    url: 'https://${host}',\n    description: 'A region',\n  },\n`)
    .join('');
const addresses = (paths: Record<string, string>, hosts: Record<string, string> = {}) => ({
  routes: routesOf(paths),
  servers: serversOf(hosts),
});

function rewritten(text: string, before: ReturnType<typeof addresses>, after: ReturnType<typeof addresses>): string {
  return addressNames(before, after).rewrites.reduce(
    (all, { pattern, replacements }) => all.replace(pattern, (name) => replacements.get(name)!),
    text,
  );
}

test('a path and a host that have moved do so in what calls by hand, and nothing that only looks like them', () => {
  const before = addresses({ mint: '/v5/mint' }, { sgp: 'api-sgp.example', idn: 'api-idn.example' });
  const after = addresses({ mint: '/v6/mint' }, { sgp: 'sg.example', idn: 'api-idn.example' });
  const text = 'curl https://api-sgp.example/v5/mint; https://api-idn.example/v5/mint?a; my-api-sgp.example/v5/minted';
  expect(rewritten(text, before, after)).toBe(
    'curl https://sg.example/v6/mint; https://api-idn.example/v6/mint?a; my-api-sgp.example/v5/minted',
  );
});

test.each([
  ['are as they were', addresses({ a: '/a' }), addresses({ a: '/a' })],
  ['are new or gone', addresses({ a: '/a' }), addresses({ b: '/b' })],
  ['are exchanged', addresses({ a: '/a', b: '/b' }), addresses({ a: '/b', b: '/a' })],
  ['were not generated before', { routes: '', servers: '' }, addresses({ a: '/a' })],
])('nothing where they %s', (_what, before, after) => {
  expect(addressNames(before, after).rewrites).toEqual([]);
});
