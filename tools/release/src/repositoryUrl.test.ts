import { expect, it } from 'vitest';
import { repositoryUrl } from './repositoryUrl.ts';

it.each([
  [{ url: 'git+https://github.com/o/r.git' }],
  [{ url: 'https://github.com/o/r' }],
  [{ url: 'git://github.com/o/r.git' }],
  [{ url: 'git+ssh://git@github.com/o/r.git' }],
  ['github:o/r'],
])('is where a browser finds %j', (repository) => {
  expect(repositoryUrl({ repository })).toBe('https://github.com/o/r');
});

it('is nothing where no repository is named', () => {
  expect(repositoryUrl({})).toBeUndefined();
});
