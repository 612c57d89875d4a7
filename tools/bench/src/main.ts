import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { renderMarkdown } from './report/renderMarkdown.ts';
import { renderPlot } from './report/renderPlot.ts';
import { renderReadme } from './report/renderReadme.ts';
import { renderSummary } from './report/renderSummary.ts';
import { targets } from './report/targets.ts';
import type { Results } from './results.ts';
import { runAll } from './runAll.ts';

const usage = `Usage: npm run bench [-- --quick] [-- --assert]

  Measures ours beside the alternatives, prints a table, writes it to tools/bench/results and the README,
  and ends with each aim, what was measured, and whether it is met.
  --quick    in under a minute, rough, and without the long run; writes nothing
  --assert   fails if an aim is missed`;

const root = join(import.meta.dirname, '../../..');
const results = join(root, 'tools/bench/results');
const readmePath = join(root, 'README.md');
const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, assert: { type: 'boolean' } } });
  const measured = await runAll(values.quick ? 'quick' : 'full', (what) => console.error(`… ${what}`));
  const markdown = renderMarkdown(measured);
  console.log(markdown);
  if (!values.quick) await keep(measured, markdown);
  console.log(renderSummary(measured));
  if (values.assert && targets(measured).some(({ isMet }) => !isMet)) process.exitCode = 1;
}

async function keep(measured: Results, markdown: string): Promise<void> {
  await mkdir(results, { recursive: true });
  await writeFile(join(results, 'results.md'), markdown);
  await writeFile(join(results, 'results.json'), JSON.stringify(measured));
  await writeFile(join(results, 'calls.svg'), renderPlot(measured));
  await writeFile(readmePath, renderReadme(await readFile(readmePath, 'utf8'), measured));
  // Set as all of the repo is, or the check of its format would fail.
  await promisify(execFile)('oxfmt', [results], { cwd: root, env: { ...process.env, PATH: path } });
}

try {
  await main();
} catch (error) {
  if ((error as { code?: string }).code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw error;
  console.error(usage);
  process.exitCode = 2;
}
