import { expect, it } from 'vitest';
import { formatEntry } from './formatEntry.ts';

const url = 'https://example.com/o/r';
const commit = '0123456789abcdef0123456789abcdef01234567';

it.each([
  ['a squashed pull request', 'Add a thing (#12)', ` ([#12](${url}/pull/12))`],
  ['a merged pull request', 'Merge pull request #13 from someone/thing', ` ([#13](${url}/pull/13))`],
  ['a commit that names none', 'Add a thing', ` ([0123456](${url}/commit/${commit}))`],
  ['a commit that speaks of another', 'Undo (#12) for now', ` ([0123456](${url}/commit/${commit}))`],
])('links to where a change comes from: %s', (_, subject, link) => {
  expect(formatEntry('A thing.', { url, commit, subject })).toBe(`- A thing.${link}`);
});

it.each([
  ['no repository', { commit, subject: 'Add a thing' }, ' (0123456)'],
  ['no repository, but a pull request', { commit, subject: 'Add a thing (#12)' }, ' (#12)'],
  ['nothing', { url }, ''],
])('links to nothing that is not known: %s', (_, origin, link) => {
  expect(formatEntry('A thing.', origin)).toBe(`- A thing.${link}`);
});

it('keeps further lines in the same entry', () => {
  expect(formatEntry('A thing.\n\nIt does this:\n  - and that\n', {})).toBe('- A thing.\n\n  It does this:\n    - and that');
});
