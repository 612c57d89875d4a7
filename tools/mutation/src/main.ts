import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyToMutate } from './copyToMutate.ts';
import { filesOf } from './filesOf.ts';
import { isUnnoticed, type Mutant } from './mutant.ts';
import { reasonFor } from './reasonFor.ts';
import { renderResults } from './renderResults.ts';
import { readResults, type Results, resultsFile } from './results.ts';
import { scoreOf, tally } from './tally.ts';
import { targets } from './targets.ts';

const root = dirname(dirname(dirname(import.meta.dirname)));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { anew: { type: 'boolean', default: false } } });
const files = positionals.filter((text) => text.endsWith('.ts'));
const names = positionals.filter((text) => !text.endsWith('.ts'));
const unknown = names.filter((name) => !Object.hasOwn(targets, name));

if (unknown.length > 0 || (files.length > 0 && names.length !== 1)) {
  console.error(
    `Usage: npm run mutate -- [${Object.keys(targets).join('|')}]... [--anew], or one of them and some of its files, such as src/rules.ts`,
  );
  process.exitCode = 2;
} else {
  const results: Results = { ...readResults() };
  for (const name of names.length > 0 ? names : Object.keys(targets)) {
    const mutants = mutate(name);
    const unnoticed = mutants.filter(isUnnoticed).map(({ file, code, change }) => ({ file, code, change }));
    const unexplained = unnoticed.filter((one) => reasonFor(name, one) === undefined);
    console.log(
      `${name}: ${scoreOf(mutants).toFixed(1)} % of ${mutants.length} changes are noticed, ${unnoticed.length - unexplained.length} need no test`,
    );
    if (unexplained.length > 0) {
      console.error('No test notices these. Add a test, or the reason to tools/mutation/src/reasons.ts:');
      for (const { file, code, change } of unexplained) console.error(`${file}\n  ${code}\n  ${change}`);
      process.exitCode = 1;
    }
    if (files.length === 0) results[name] = { date: new Date().toISOString().slice(0, 10), files: tally(mutants), unnoticed };
  }
  if (files.length === 0) {
    writeFileSync(resultsFile('json'), `${JSON.stringify(results, null, 2)}\n`);
    writeFileSync(resultsFile('md'), renderResults(results));
  }
}

function mutate(name: string): Mutant[] {
  const { folder, mutate: globs } = targets[name]!;
  const cache = join(root, 'node_modules/.cache/mutation');
  mkdirSync(cache, { recursive: true });
  const resultFile = join(cache, `${name}.result.json`);
  const copy = copyToMutate(root);
  const give = (): never => (copy.remove(), process.exit(130));
  process.once('SIGINT', give);
  try {
    const options = {
      mutate: files.length > 0 ? files : globs,
      configFile: join(copy.root, 'tools/mutation', `vitest.${name}.ts`),
      tempDirName: join(copy.root, '.stryker-tmp'),
      incrementalFile: join(cache, `${name}.json`),
      force: values.anew,
      resultFile,
    };
    const { status } = spawnSync(process.execPath, [join(copy.root, 'tools/mutation/src/mutatePackage.ts'), JSON.stringify(options)], {
      cwd: join(copy.root, folder),
      stdio: 'inherit',
      // Without what takes seconds a time.
      env: { ...process.env, FINAUTH_TESTS: 'quick' },
    });
    if (status !== 0) throw new Error(`Stryker ended with ${status}: see above`);
  } finally {
    process.off('SIGINT', give);
    copy.remove();
  }
  // What is remembered of other files is told of, too.
  const wanted = filesOf(join(root, folder), files.length > 0 ? files : globs);
  return (JSON.parse(readFileSync(resultFile, 'utf8')) as Mutant[]).filter(({ file }) => wanted.has(file));
}
