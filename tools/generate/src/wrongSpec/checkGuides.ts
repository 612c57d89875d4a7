import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Contract } from '../contract/contract.ts';
import { linksIn, readTargets, WHERE_LINKS_LEAD } from './linkTargets.ts';
import { missingSamples } from './missingSamples.ts';
import type { LocatedProblem } from '../problem.ts';
import { readText } from './readText.ts';

/** Whether the samples, pages, errors, operations and results that the guides name are there. Whoever takes one away learns of it here, and not from the docs. */
export async function checkGuides(specDirectory: string, contract: Contract): Promise<LocatedProblem[]> {
  const folder = join(specDirectory, 'guides');
  const leads = await readTargets(specDirectory, contract);
  const files = (await readdir(folder, { recursive: true }).catch(() => [] as string[]))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.md'))
    .sort();
  const problems = files.map(async (file): Promise<LocatedProblem[]> => {
    const name = `${basename(specDirectory)}/guides/${file}`;
    const { text, problem } = await readText(join(folder, file), name);
    if (problem) return [problem];
    return [
      ...(await missingSamples(specDirectory, text)),
      ...linksIn(text)
        .filter(({ target }) => !leads(target))
        .map(({ target, index }) => ({ index, says: `The link ${target} leads to nothing.`, remedy: WHERE_LINKS_LEAD })),
    ].map(({ index, says, remedy }) => ({ file: name, ...placeIn(text, index), says, remedy }));
  });
  return (await Promise.all(problems)).flat();
}

function placeIn(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
