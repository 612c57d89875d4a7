// Run by main.ts in a process of its own, in the folder of the copy's package. Its one argument is what to do, as JSON; it writes down what became of each change.
import { Stryker } from '@stryker-mutator/core';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import type { Mutant } from './mutant.ts';

interface Options {
  mutate: string[];
  configFile: string;
  tempDirName: string;
  incrementalFile: string;
  /** Whether to try again what is remembered from the last time. */
  force: boolean;
  resultFile: string;
}

const { configFile, resultFile, ...options } = JSON.parse(process.argv[2]!) as Options;

const results = await new Stryker({
  ...options,
  // It is a copy already.
  inPlace: true,
  plugins: [createRequire(import.meta.url).resolve('@stryker-mutator/vitest-runner')],
  testRunner: 'vitest',
  vitest: { configFile },
  coverageAnalysis: 'perTest',
  // What runs as a file is loaded would have each such change tried by every test, which takes ten times as long as all others.
  ignoreStatic: true,
  concurrency: 2,
  incremental: true,
  reporters: ['progress-append-only'],
  // A busy machine is no endless loop.
  timeoutMS: 20_000,
  timeoutFactor: 3,
  // Of messages the tests hold what matters, and no more.
  mutator: { excludedMutations: ['StringLiteral'] },
  warnings: false,
  allowConsoleColors: false,
}).runMutationTest();

const mutants: Mutant[] = results
  .filter(({ status }) => status !== 'Ignored')
  .sort((left, right) =>
    left.fileName < right.fileName ? -1 : left.fileName > right.fileName ? 1 : left.location.start.line - right.location.start.line,
  )
  .map(({ fileName, status, mutatorName, replacement = '', location: { start, end } }) => {
    const lines = readFileSync(fileName, 'utf8')
      .split('\n')
      .slice(start.line - 1, end.line);
    const text = lines.join('\n');
    const changed = text.slice(start.column - 1, text.length - lines.at(-1)!.length + end.column - 1);
    return {
      file: relative(process.cwd(), fileName),
      status,
      code: lines[0]!.trim(),
      change: `${mutatorName}: ${shortened(changed)} → ${shortened(replacement)}`,
    };
  });
writeFileSync(resultFile, JSON.stringify(mutants));

function shortened(code: string): string {
  return code.replaceAll(/\s+/g, ' ').slice(0, 120);
}
