import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inlined, readFiles } from '../spec/bundleSpec.ts';
import { checkContract } from '../spec/checkContract.ts';
import type { Contract } from '../contract/contract.ts';
import { root } from '../folders.ts';
import { redocly } from '../wrongSpec/redocly.ts';
import { SpecError } from '../specError.ts';
import { testSpec } from './testSpec.ts';
import { isOfSchema, lintProblems } from '../wrongSpec/lintProblems.ts';
import type { LocatedProblem } from '../problem.ts';
import type { Sources } from '../wrongSpec/readSources.ts';

/** An edit of a file of the spec; of one that is not there yet, where `from` is empty. */
export type Edit = [file: string, from: string | RegExp, to: string];

/** What became of an edited spec: the contract where it is right, or what was said where it is not. */
export interface EditedSpec {
  readonly folder: string;
  readonly contract?: Contract;
  readonly refusal?: string;
}

/** Copies of the spec of the tests with edits made to them, read and checked as a generation does it, but for examples, links and guides unless `check` looks at them. All are linted and bundled by one process each, since most of what Redocly takes is the time to start. */
export async function editedSpecs(
  edits: ReadonlyMap<string, readonly Edit[]>,
  check: (folder: string, contract: Contract, sources: Sources) => unknown = (_, contract, sources) => checkContract(contract, sources),
): Promise<{ specs: ReadonlyMap<string, EditedSpec>; remove: () => void }> {
  const scratch = mkdtempSync(join(tmpdir(), 'finauth-edited-'));
  const folders = [...edits].map(([name, its]) => ({ name, folder: edited(scratch, name, its) }));
  const read = await Promise.all(
    folders.map(async ({ name, folder }) => ({ name, folder, refusal: await refusalOf(() => readFiles(folder)) })),
  );
  const legible = read.filter(({ refusal }) => refusal === undefined);
  const files = legible.map(({ name }) => `${name}/spec/${name}.yaml`);
  const config = ['--config', join(root, 'spec/redocly.yaml')];
  const [lint, bundle] = await Promise.all([
    redocly(scratch, ['lint', ...files, ...config, '--format=json', '--max-problems=10000']),
    redocly(scratch, ['bundle', ...files, ...config, '--ext=json', '--output=bundles']),
  ]);
  // One document of JSON for each spec, without anything between them.
  const problems = lint.stdout.split(/(?<=^\})(?=\{)/m).flatMap((stdout) => lintProblems('', { ...lint, exitCode: 1, stdout }));
  const specs = await Promise.all(
    read.map(async ({ name, folder, refusal }): Promise<[string, EditedSpec]> => {
      if (refusal !== undefined) return [name, { folder, refusal }];
      const own = problems.filter(({ file }) => file.startsWith(`/${name}/`));
      const refused = own.map(textOf).join('\n');
      if (!own.every(isOfSchema)) return [name, { folder, refusal: refused }];
      const file = join(scratch, `bundles/${name}.json`);
      if (!existsSync(file)) return [name, { folder, refusal: `Redocly could not bundle ${name}:\n${bundle.stderr.slice(-2_000)}` }];
      const contract = inlined(JSON.parse(readFileSync(file, 'utf8')) as Contract);
      const said = await refusalOf(async () => check(folder, contract, await readFiles(folder)));
      if (said === undefined && own.length === 0) return [name, { folder, contract }];
      return [name, { folder, refusal: said ?? refused }];
    }),
  );
  return { specs: new Map(specs), remove: () => rmSync(scratch, { recursive: true, force: true }) };
}

function edited(scratch: string, name: string, edits: readonly Edit[]): string {
  const folder = join(scratch, name, 'spec');
  cpSync(testSpec, folder, { recursive: true });
  for (const [file, from, to] of edits) {
    const path = join(folder, file);
    const before = from === '' ? '' : readFileSync(path, 'utf8');
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`${file} does not hold ${String(from)}: change the test.`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, from instanceof RegExp ? before.replace(from, to) : after);
  }
  // A bundle is called as its root file is.
  cpSync(join(folder, 'openapi.yaml'), join(folder, `${name}.yaml`));
  return folder;
}

async function refusalOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    // Anything else is a defect, which no row waits for.
    return error instanceof SpecError ? error.message : String((error as Error).stack);
  }
}

function textOf({ file, line, column, says, remedy }: LocatedProblem): string {
  return `${file.replace(/^\/[^/]+\//, '')}:${line}:${column}\n  ${says}\n  ${remedy}`;
}
