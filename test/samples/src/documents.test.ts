import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeBlocks } from './codeBlocks.ts';
import { root, spec } from './places.ts';
import { complaintAbout } from './shellLine.ts';

const documents = [
  'README.md',
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`),
  ...readdirSync(join(spec, 'guides')).map((name) => `spec/guides/${name}`),
];
const blocks = documents.flatMap((file) =>
  codeBlocks(readFileSync(join(root, file), 'utf8')).map((block) => ({ ...block, where: `${file}:${block.line}` })),
);

describe('every block of code in a README or a guide', () => {
  it.each(blocks.filter(({ language }) => !['sh', 'console'].includes(language)))('$where is a sample that is run', ({ code, sample }) => {
    expect(sample, 'write <!-- sample: FILE --> on the line before it, where FILE is in spec/samples').toBeDefined();
    expect(code, `what spec/samples/${sample} holds; \`npm run generate\` puts it in`).toBe(
      readFileSync(join(spec, 'samples', sample!), 'utf8').trimEnd(),
    );
  });

  it.each(blocks.filter(({ language }) => language === 'sh'))('$where could be typed as it stands', async ({ code, sample }) => {
    if (sample !== undefined) expect(code).toBe(readFileSync(join(spec, 'samples', sample), 'utf8').trimEnd());
    else expect((await Promise.all(code.split('\n').map(complaintAbout))).filter(Boolean)).toEqual([]);
  });
});

it('the documents have code, so that the above has something to look at', () => {
  expect(new Set(blocks.map(({ language }) => language))).toEqual(new Set(['ts', 'sh', 'console']));
});
