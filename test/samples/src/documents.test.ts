import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeBlocks, inlineCode } from './codeBlocks.ts';
import { root, spec } from './places.ts';
import { commandOf, complaintAbout, failureOf, type FixedExample } from './shellLine.ts';

const documents = [
  'README.md',
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`),
  ...readdirSync(join(spec, 'guides'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `spec/guides/${name.replaceAll('\\', '/')}`),
];
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const blocks = documents.flatMap((file) => codeBlocks(textOf(file)).map((block) => ({ ...block, where: `${file}:${block.line}` })));
const shellLines = blocks
  .filter(({ info, sample }) => info === 'sh' && sample === undefined)
  .flatMap(({ code, where }) => code.split('\n').map((line) => ({ line, where })));
const inline = documents.flatMap((file) => inlineCode(textOf(file)).map(({ code, line }) => ({ code, where: `${file}:${line}` })));

let sandbox: Sandbox;
let example: FixedExample;
beforeAll(async () => {
  sandbox = await startSandbox();
  example = (await bundleSpec(spec))['x-signature'].example as unknown as FixedExample;
});
afterAll(() => sandbox.close());

describe('every block of code in a README or a guide', () => {
  it.each(blocks)('$where is of a kind that is tested', ({ info }) => {
    expect(['ts', 'sh', 'console', 'text'], 'write ```ts or ```sh with nothing behind it, and ```text for what is no code').toContain(info);
  });

  it.each(blocks.filter(({ info, sample }) => info === 'ts' || sample !== undefined))(
    '$where is a sample that is run',
    ({ code, sample }) => {
      expect(sample, 'write <!-- sample: FILE --> on the line before it, where FILE is in spec/samples').toBeDefined();
      expect(code, `what spec/samples/${sample} holds; \`npm run generate\` puts it in`).toBe(
        readFileSync(join(spec, 'samples', sample!), 'utf8').trimEnd(),
      );
    },
  );

  it.each(shellLines)('$where could be typed as it stands: $line', async ({ line }) => {
    expect(await complaintAbout(line)).toBeUndefined();
  });

  it.each(shellLines.filter(({ line }) => commandOf(line).startsWith('finauth')))('$where runs: $line', async ({ line }) => {
    expect(await failureOf(line, sandbox, example)).toBeUndefined();
  });

  it.each(blocks.filter(({ info }) => info === 'text'))('$where is a picture and no code', ({ code }) => {
    expect(code).not.toMatch(/^\s*(?:import|export|const|let|await|npm|npx|finauth|curl)\b|[;{]$/m);
  });
});

it.each(inline.filter(({ code }) => /^(?:finauth|npx|npm) \S/.test(code)))('$where names what there is: $code', async ({ code }) => {
  expect(await complaintAbout(code)).toBeUndefined();
});

it('no document shows a call of the SDK within a line, where nothing runs it', () => {
  expect(inline.filter(({ code }) => /\.\w+\(.+\)|=>/.test(code)).filter(({ where }) => where.startsWith('spec/guides'))).toEqual([]);
});

it('the documents have code, so that the above has something to look at', () => {
  expect(new Set(blocks.map(({ info }) => info))).toEqual(new Set(['ts', 'sh', 'console', 'text']));
  expect(shellLines.filter(({ line }) => commandOf(line).startsWith('finauth')).length).toBeGreaterThan(5);
});

it.each([
  ['finauth explain --a 1', 'finauth explain has no option --a'],
  ['finauth sign --single', 'finauth sign has no option --single'],
  ['finauth sign -x', 'finauth sign has no option -x'],
  ['finauth guess', 'finauth has no command guess'],
  ['curl https://example.com', 'curl is none of the commands'],
  ['npm install left-pad', 'left-pad is no package that a document'],
])('would complain about: %s', async (line, complaint) => {
  expect(await complaintAbout(line)).toContain(complaint);
});

it('would notice a line that fails when it is run', async () => {
  expect(await failureOf('finauth token --liveness-id sandbox-DENIED', sandbox, example)).toContain('DENIED');
  expect(await failureOf('finauth sign --at 1800000000 --random 7', sandbox, example)).toContain('another signature');
});
