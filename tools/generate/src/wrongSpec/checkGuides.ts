import { access, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { operationsOf, type Contract } from '../contract/contract.ts';
import type { LocatedProblem } from '../problem.ts';
import { readText } from './readText.ts';

/** What a guide may refer to: a sample by its mark, an error, an operation or a result by a link. */
const REFERENCE = /<!-- sample: (?<sample>[^\s#]+)(?:#\S+)? -->|\]\((?<kind>error|reference|result):(?<name>[^)\s]+)\)/g;

/** Whether the samples, errors, operations and results that the guides name are there. Whoever takes one away learns of it here, and not from the docs. */
export async function checkGuides(specDirectory: string, contract: Contract): Promise<LocatedProblem[]> {
  const folder = join(specDirectory, 'guides');
  const files = (await readdir(folder, { recursive: true }).catch(() => [] as string[]))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.md'))
    .sort();
  const known = linkNames(contract, files);
  const problems: LocatedProblem[] = [];
  for (const file of files) {
    const { text, problem } = await readText(join(folder, file), `${basename(specDirectory)}/guides/${file}`);
    if (problem) {
      problems.push(problem);
      continue;
    }
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      for (const { index: at, groups } of line.matchAll(REFERENCE)) {
        const { sample, kind, name } = groups as { sample?: string; kind?: LinkKind; name?: string };
        const place = { file: `${basename(specDirectory)}/guides/${file}`, line: index + 1, column: at + 1 };
        if (sample !== undefined && !(await isThere(join(specDirectory, 'samples', sample)))) {
          problems.push({
            ...place,
            says: `There is no sample spec/samples/${sample}.`,
            remedy: 'Correct the name, add the file, or take the line out.',
          });
        }
        if (kind !== undefined && !known[kind].includes(name!)) {
          problems.push({
            ...place,
            says: `The link ${kind}:${name} leads to nothing.`,
            remedy: REMEDIES[kind],
          });
        }
      }
    }
  }
  return problems;
}

export type LinkKind = 'error' | 'reference' | 'result';

const REMEDIES: Readonly<Record<LinkKind, string>> = {
  error: 'Link to a code, reason or status of errors.yaml.',
  reference: 'Link to an operation by its operationId.',
  result: 'Link to a result of results.yaml.',
};

/** What links of each kind may name. `files` are those among the guides. */
export function linkNames(contract: Contract, files: string[]): Record<LinkKind, string[]> {
  return {
    error: errorNames(contract, files),
    reference: operationsOf(contract).map(({ operation }) => operation.operationId),
    result: Object.keys(contract['x-results'].results),
  };
}

/** Each error of the SDK's own has a file among the guides. */
function errorNames({ 'x-error-model': { codes, gateways } }: Contract, files: string[]): string[] {
  return [
    ...files.flatMap((file) => /^sdk-errors\/(.+)\.md$/.exec(file)?.[1] ?? []),
    ...Object.entries(codes).flatMap(([code, { reasons = {} }]) => [code, ...Object.keys(reasons)]),
    'unlisted',
    ...Object.keys(gateways),
  ];
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
