import { expect, test } from 'vitest';
import { checkChangesets } from './checkChangesets.ts';

const noChangeset = 'No front matter.';

test.each(['.changeset/config.json', '.changeset/README.md', '.changeset/readme.MD', '.changeset/notes.txt', '.changeset/a.md.orig'])(
  'passes over what is no changeset: %s',
  (path) => {
    expect(checkChangesets(new Map([[path, noChangeset]]))).toEqual([]);
  },
);

test('complains of a changeset without packages', () => {
  const file = '.changeset/some.md';
  expect(checkChangesets(new Map([[file, noChangeset]]))).toMatchObject([{ file, line: 1 }]);
});
