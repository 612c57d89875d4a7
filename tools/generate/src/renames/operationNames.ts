import { basename, join } from 'node:path';
import { folders, SANDBOX } from '../folders.ts';
import { readAll } from '../files/outputs.ts';
import { readSources } from '../wrongSpec/readSources.ts';
import { findOperations, withTypes } from './findOperations.ts';
import type { Renames } from './findRenames.ts';

export interface OperationNames {
  /** The operations' new names by their old ones. */
  readonly operations: Renames;
  /** With those of the types that are made of them. */
  readonly names: Renames;
}

/** The operations that are called otherwise in the spec than in the generated code. */
export async function operationNames(root: string): Promise<OperationNames> {
  // What cannot be read is for the generation to tell.
  const sources = await readSources(join(root, 'spec')).catch(() => undefined);
  const generated = await readAll(root, folders);
  const operations = sources ? findOperations(generated.get(`${SANDBOX}/routes.ts`) ?? '', sources) : new Map<string, string>();
  if (operations.size === 0) return { operations, names: operations };
  const schemas = [...sources!.files.keys()]
    .filter((file) => file.startsWith('components/schemas/'))
    .map((file) => basename(file, '.yaml'));
  return { operations, names: withTypes(operations, generated, schemas) };
}
