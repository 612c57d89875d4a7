import { isMap, isScalar, visit } from 'yaml';
import type { LocatedProblem } from '../problem.ts';
import type { Sources } from './readSources.ts';

const FILE = 'sources.yaml';

/** Whether each `x-source` is one of those that sources.yaml explains. Judged file by file, since a part that nothing uses may be wrong too. */
export function checkSourceNames({ folder, files }: Sources): LocatedProblem[] {
  const known = files.get(FILE)?.document.contents;
  const names = isMap(known) ? known.items.map(({ key }) => String(key)) : [];
  const problems: LocatedProblem[] = [];
  for (const [file, { document, lines }] of files) {
    visit(document, {
      Pair(_, { key, value }) {
        if (!isScalar(key) || key.value !== 'x-source' || !isScalar(value) || names.includes(String(value.value))) return;
        const { line, col } = lines.linePos(value.range![0]);
        problems.push({
          file: `${folder}/${file}`,
          line,
          column: col,
          says: `${String(value.value)} is no source.`,
          remedy: `Write one of ${names.join(', ')}, or add it to ${FILE}.`,
        });
      },
    });
  }
  return problems;
}
