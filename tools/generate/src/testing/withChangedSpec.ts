import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testSpec } from './testSpec.ts';

/** Gives a test a copy of the spec of the tests in which one text of one file stands changed. */
export async function withChangedSpec<T>(file: string, from: string | RegExp, to: string, test: (spec: string) => Promise<T>): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), 'finauth-spec-'));
  try {
    const spec = join(scratch, 'spec');
    await cp(testSpec, spec, { recursive: true });
    const text = await readFile(join(spec, file), 'utf8');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`spec/${file} does not hold ${from}: change the test.`);
    await writeFile(join(spec, file), changed);
    return await test(spec);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
