import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contract } from './contract.ts';
import { apply, type Drift } from './outputs.ts';

const FOLDER = 'spec/released';
const FILE = `${FOLDER}/openapi.json`;

/**
 * The spec that the last release was made of, bundled. Before the first release it is the spec that the waiting changesets speak of, so that what comes on top
 * is judged from the beginning. Nothing where there is no such file: then there is nothing that a change could break.
 */
export async function readReleased(root: string): Promise<Contract | undefined> {
  try {
    return JSON.parse(await readFile(join(root, FILE), 'utf8')) as Contract;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Puts a spec in the place of the last release's. */
export function writeReleased(root: string, contract: Contract): Promise<Drift> {
  return apply(root, [FOLDER], new Map([[FILE, `${JSON.stringify(contract, null, 2)}\n`]]));
}
