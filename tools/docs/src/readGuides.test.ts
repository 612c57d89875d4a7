import { expect, test } from 'vitest';
import { parseText } from './readGuides.ts';

const parse = (text: string) => parseText('1-start.md', 'start', text, 'spec/guides/1-start.md');

test.each([
  ['one', '<!-- search: pods -->'],
  ['several', '<!-- search: pods -->\n<!-- search: nodes -->\n\n<!-- made by a script -->'],
  ['one over several lines', '<!--\nsearch: pods\n\nnodes\n-->'],
])('takes the first paragraph as the summary, and no comment before it: %s', (_, comments) => {
  expect(parse(`# Start\n\n${comments}\n\nWhat it\nis for.\n\n## More\n`).summary).toBe('What it is for.');
});

test('refuses a guide whose only paragraph before the first heading is a comment', () => {
  expect(() => parse('# Start\n\n<!-- search: pods -->\n\n## More\n\nText.\n')).toThrow('spec/guides/1-start.md:1: begin with');
});
