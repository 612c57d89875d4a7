import { expect, test } from 'vitest';
import { htmlIn } from './markdownTree.ts';
import { withoutHtml } from './withoutHtml.ts';

test.each([
  '<script>alert(1)</script>',
  'A <b>bold</b> word',
  '<img src=x onerror=alert(1)>',
  '<!-- a --><script>alert(1)</script>',
  '<!-- a --!><script>alert(1)</script> -->',
  '\\` <script>alert(1)</script> `',
  '<<script>script>alert(1)<</script>/script>',
  '<?php ?>',
  '<!DOCTYPE html>',
  '<![CDATA[ <i> ]]>',
  '<div>\n\n<script>alert(1)</script>\n\n</div>',
  '> <iframe src="//x">',
  '- <svg/onload=alert(1)>',
])('%j is shown and not run', (text) => {
  const plain = withoutHtml(text);
  expect(htmlIn(plain)).toEqual([]);
  expect(plain.replaceAll('&lt;', '<')).toBe(text);
});

test.each(['`<api_key>` in code', '```\n<script>\n```', 'a < b, and c > d', '<!-- generated:regions -->', '<https://example.com>'])(
  '%j stays as it is',
  (text) => {
    expect(withoutHtml(text)).toBe(text);
  },
);
