import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Contract } from './contract.ts';
import { redocly } from './redocly.ts';
import { SpecError } from './specError.ts';
import { lintProblems } from './wrongSpec/lintProblems.ts';
import { readSources, type Sources } from './wrongSpec/readSources.ts';
import { refuse } from './wrongSpec/refuse.ts';

/** Lints the spec with Redocly's strict rules and bundles its files into one document. Throws a SpecError that says what is wrong, and where. */
export async function bundleSpec(specDirectory: string): Promise<Contract> {
  return (await readSpec(specDirectory)).contract;
}

/** The same, with the files as they were written, for whoever has to say where something stands. */
export async function readSpec(specDirectory: string): Promise<{ contract: Contract; sources: Sources }> {
  // First, since Redocly stops at the first file that is not YAML and does not tell its line in JSON.
  const sources = await readSources(specDirectory);
  const scratch = await mkdtemp(join(tmpdir(), 'finauth-bundle-'));
  try {
    const file = join(scratch, 'openapi.json');
    const [lint, bundle] = await Promise.all([
      redocly(specDirectory, ['lint', 'openapi.yaml', '--format=json']),
      redocly(specDirectory, ['bundle', 'openapi.yaml', '--output', file]),
    ]);
    refuse(lintProblems(basename(specDirectory), lint));
    if (bundle.exitCode !== 0) throw new SpecError(`Redocly could not bundle the spec:\n\n${bundle.stderr.trim()}`);
    return { contract: JSON.parse(await readFile(file, 'utf8')) as Contract, sources };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
