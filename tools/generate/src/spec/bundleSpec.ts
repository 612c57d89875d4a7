import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { operationsOf, resolve, type Contract, type MediaType } from '../contract/contract.ts';
import { redocly } from '../wrongSpec/redocly.ts';
import { SpecError } from '../specError.ts';
import { checkText, checkVersion } from '../wrongSpec/checkText.ts';
import { checkContract } from './checkContract.ts';
import { circles } from '../wrongSpec/locate.ts';
import { isOfSchema, lintProblems, saidBy } from '../wrongSpec/lintProblems.ts';
import { readSources, type Sources } from '../wrongSpec/readSources.ts';
import { refuse } from '../wrongSpec/refuse.ts';

/** Lints the spec with Redocly's strict rules and bundles its files into one document. Throws a SpecError that says what is wrong, and where. */
export async function bundleSpec(specDirectory: string): Promise<Contract> {
  return (await readSpec(specDirectory)).contract;
}

/** The same, with the files as they were written, for whoever has to say where something stands. */
export async function readSpec(specDirectory: string): Promise<{ contract: Contract; sources: Sources }> {
  // First, since Redocly stops at the first file that is not YAML and does not tell its line in JSON.
  const sources = await readFiles(specDirectory);
  const scratch = await mkdtemp(join(tmpdir(), 'finauth-bundle-'));
  try {
    const file = join(scratch, 'openapi.json');
    const [lint, bundle] = await Promise.all([
      redocly(specDirectory, ['lint', 'openapi.yaml', '--format=json']),
      redocly(specDirectory, ['bundle', 'openapi.yaml', '--output', file]),
    ]);
    const problems = lintProblems(basename(specDirectory), lint);
    refuse(problems.filter((problem) => !isOfSchema(problem)));
    if (bundle.exitCode !== 0) throw new SpecError(saidBy(basename(specDirectory), bundle));
    const contract = inlined(JSON.parse(await readFile(file, 'utf8')) as Contract);
    if (problems.length > 0) {
      // Ours point to the keyword.
      checkContract(contract, sources);
      refuse(problems);
    }
    return { contract, sources };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The files of a spec, once each of them can be read and refers to nothing outside. Throws a SpecError otherwise. */
export async function readFiles(specDirectory: string): Promise<Sources> {
  const sources = await readSources(specDirectory);
  refuse(checkVersion(sources));
  refuse(checkText(sources));
  refuse(
    circles(sources).map((place) => ({
      ...place,
      says: 'The reference leads back to itself.',
      remedy: 'Have one of the files on the way say something.',
    })),
  );
  return sources;
}

/** References to what has no name in the generated code are followed here, once: to a request's body, and to an example. */
export function inlined(contract: Contract): Contract {
  // What nothing refers to is not in a bundle.
  contract.components = {
    ...contract.components,
    schemas: contract.components?.schemas ?? {},
    responses: contract.components?.responses ?? {},
  };
  contract.paths ??= {};
  const examplesIn = (content: Record<string, MediaType> = {}): void => {
    for (const media of Object.values(content)) {
      if (media.examples)
        media.examples = Object.fromEntries(Object.entries(media.examples).map(([name, example]) => [name, resolve(contract, example)]));
    }
  };
  for (const { operation } of operationsOf(contract)) {
    if (operation.requestBody) operation.requestBody = resolve(contract, operation.requestBody);
    if (Array.isArray(operation.parameters)) operation.parameters = operation.parameters.map((parameter) => resolve(contract, parameter));
    examplesIn(operation.requestBody?.content);
    for (const response of Object.values(operation.responses ?? {})) examplesIn(resolve(contract, response).content);
  }
  return contract;
}
