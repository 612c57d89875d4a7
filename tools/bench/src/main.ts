import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderMarkdown } from './report/renderMarkdown.ts';
import { renderPlot } from './report/renderPlot.ts';
import { renderReadme } from './report/renderReadme.ts';
import { targets } from './report/targets.ts';
import { runAll } from './runAll.ts';

const usage = `Usage: npm run bench [-- --quick] [-- --assert]

  Measures ours beside the alternatives, prints a table, and writes it to tools/bench/results and the README.
  --quick    in under a minute, rough, and without the long run; writes nothing
  --assert   fails if an aim is missed`;

const results = join(import.meta.dirname, '../results');
const readmePath = join(import.meta.dirname, '../../../README.md');

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, assert: { type: 'boolean' } } });
  const measured = await runAll(values.quick ? 'quick' : 'full', (what) => console.error(`… ${what}`));
  const markdown = renderMarkdown(measured);
  console.log(markdown);
  if (!values.quick) {
    await mkdir(results, { recursive: true });
    await writeFile(join(results, 'results.md'), markdown);
    await writeFile(join(results, 'results.json'), `${JSON.stringify(measured, null, 1)}\n`);
    await writeFile(join(results, 'calls.svg'), renderPlot(measured));
    await writeFile(readmePath, renderReadme(await readFile(readmePath, 'utf8'), measured));
  }
  if (values.assert && targets(measured).some(({ isMet }) => !isMet)) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  if ((error as { code?: string }).code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  console.error(usage);
  process.exitCode = 2;
}
