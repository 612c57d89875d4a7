import { expect, test } from 'vitest';
import { withoutComments } from './withoutComments.ts';

test('leaves out what is for those who edit the text', () => {
  expect(withoutComments('One\n\n<!-- made by a script -->\n\n| a |\n| --- |\n| 1 |\n\n<!-- end -->\n\nTwo\n')).toBe(
    'One\n\n| a |\n| --- |\n| 1 |\n\nTwo\n',
  );
});

test.each(['# A\n\n<!-- search: other words -->\n\nText', '```html\n<!-- shown -->\n```', '`<!-- shown -->`'])(
  '%j stays as it is',
  (text) => {
    expect(withoutComments(text)).toBe(text);
  },
);
