import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SpecError } from './specError.ts';

/** Reads a file of JSON that stands beside the spec. Throws a SpecError where it is not there, or is not JSON. */
export async function readJson<T>(root: string, path: string): Promise<T> {
  try {
    return JSON.parse(await readFile(join(root, path), 'utf8')) as T;
  } catch (error) {
    const says = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'There is no such file.' : 'The file is not JSON.';
    throw new SpecError(`${path}:1:1\n  ${says}\n  Put back what git has of it.`);
  }
}
