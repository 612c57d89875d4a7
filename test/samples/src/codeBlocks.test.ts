import { expect, it } from 'vitest';
import { codeBlocks, inlineCode } from './codeBlocks.ts';

it.each([
  ['a plain fence', '```ts\nlet a;\n```', [{ info: 'ts', code: 'let a;', line: 1, sample: undefined }]],
  [
    'a fence with a title',
    'x\n\n```ts title="a.ts"\nlet a;\n```',
    [{ info: 'ts title="a.ts"', code: 'let a;', line: 3, sample: undefined }],
  ],
  ['a fence of tildes', '~~~ts\nlet a;\n~~~', [{ info: 'ts', code: 'let a;', line: 1, sample: undefined }]],
  ['a fence with no language', '```\nlet a;\n```', [{ info: '', code: 'let a;', line: 1, sample: undefined }]],
  ['a longer fence, with another in it', '````md\n```ts\n```\n````', [{ info: 'md', code: '```ts\n```', line: 1, sample: undefined }]],
  ['a fence in a list', '- x\n\n  ```sh\n  ls\n  ```', [{ info: 'sh', code: 'ls', line: 3, sample: undefined }]],
  ['a fence in a quotation', '> ```sh\n> ls\n> ```', [{ info: 'sh', code: 'ls', line: 1, sample: undefined }]],
  ['a fence that nothing ends', '```sh\nls', [{ info: 'sh', code: 'ls', line: 1, sample: undefined }]],
  ['what names a sample', '<!-- sample: a.ts -->\n\n```ts\nlet a;\n```', [{ info: 'ts', code: 'let a;', line: 3, sample: 'a.ts' }]],
  ['no code in backticks within a line', 'x ```not a fence``` x', []],
])('finds %s', (_, markdown, blocks) => {
  expect(codeBlocks(markdown)).toEqual(blocks);
});

it('finds code within a line, and none of a block', () => {
  expect(inlineCode('a `b` c ``d`` `e f`\n\n```sh\n`no`\n```\n\n`g`')).toEqual([
    { code: 'b', line: 1 },
    { code: 'e f', line: 1 },
    { code: 'g', line: 7 },
  ]);
});
