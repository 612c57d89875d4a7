import { isScalar, visit } from 'yaml';
import type { Contract } from '../contract/contract.ts';
import { missingSamples } from './missingSamples.ts';
import { linksIn, readTargets, WHERE_LINKS_LEAD } from './linkTargets.ts';
import type { LocatedProblem } from '../problem.ts';
import type { Sources } from './readSources.ts';

// What readers get as Markdown.
const TEXTS = new Set(['description', 'meaning', 'remedy', 'trust', 'text']);

/** Whether the links in the spec's texts lead somewhere. Whoever takes an error or an operation away learns of it here, and not from the docs. */
export async function checkLinks(specDirectory: string, contract: Contract, { folder, files }: Sources): Promise<LocatedProblem[]> {
  const leads = await readTargets(specDirectory, contract);
  const texts: { text: string; place: Pick<LocatedProblem, 'file' | 'line' | 'column'> }[] = [];
  for (const [file, { document, lines }] of files) {
    visit(document, {
      Pair(_, { key, value }) {
        if (!isScalar(key) || !TEXTS.has(String(key.value)) || !isScalar(value) || typeof value.value !== 'string') return;
        const { line, col: column } = lines.linePos(value.range![0]);
        texts.push({ text: value.value, place: { file: `${folder}/${file}`, line, column } });
      },
    });
  }
  const problems = texts.map(async ({ text, place }): Promise<LocatedProblem[]> => [
    ...linksIn(text)
      .filter(({ target }) => !leads(target))
      .map(({ target }) => ({ ...place, says: `The link ${target} leads to nothing.`, remedy: WHERE_LINKS_LEAD })),
    ...(await missingSamples(specDirectory, text)).map(({ says, remedy }) => ({ ...place, says, remedy })),
  ]);
  return (await Promise.all(problems)).flat();
}
