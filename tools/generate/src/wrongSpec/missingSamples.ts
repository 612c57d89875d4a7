import { access } from 'node:fs/promises';
import { join } from 'node:path';

const MARK = /<!-- sample: (?<sample>[^\s#]+)(?:#\S+)? -->/g;

/** The marks in a text that stand for a sample that is not there. */
export async function missingSamples(specDirectory: string, markdown: string): Promise<{ index: number; says: string; remedy: string }[]> {
  const marks = [...markdown.matchAll(MARK)].map(({ index, groups }) => ({ index, sample: groups!.sample! }));
  const there = await Promise.all(marks.map(({ sample }) => isThere(join(specDirectory, 'samples', sample))));
  return marks
    .filter((_, at) => !there[at])
    .map(({ index, sample }) => ({
      index,
      says: `There is no sample spec/samples/${sample}.`,
      remedy: 'Correct the name, add the file, or take the line out.',
    }));
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
