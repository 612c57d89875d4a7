import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { root as own } from '../folders.ts';
import type { Outputs } from '../files/outputs.ts';
import type { LocatedProblem } from '../problem.ts';
import { frontMatterOf } from './changesetFile.ts';

const BUMPS = ['major', 'minor', 'patch', 'none'];

/** What is wrong with the changesets: `changeset version` would stop at it, on the day of a release. */
export function checkChangesets(present: Outputs): LocatedProblem[] {
  const names = packageNames();
  return [...present]
    .filter(([path]) => path.endsWith('.md') && !/\/README\.md$/i.test(path))
    .flatMap(([path, text]) => checkFile(path, text, names));
}

function checkFile(file: string, text: string, names: string[]): LocatedProblem[] {
  const at = (line: number, says: string, remedy: string): LocatedProblem => ({ file, line, column: 1, says, remedy });
  const front = frontMatterOf(text);
  if (!front) {
    return [
      at(
        1,
        'The changeset does not begin with its packages between two lines of ---.',
        `Write them there, as in '${names[0]}': minor, or remove the file.`,
      ),
    ];
  }
  const lines = new LineCounter();
  const document = parseDocument(front.front, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    return [
      at(
        lines.linePos(error.pos[0]).line + 1,
        `The changeset’s front matter is not YAML: ${error.message.replaceAll(/\s+/g, ' ')}.`,
        'Correct the line, or one before it.',
      ),
    ];
  }
  const releases: unknown = document.toJS() ?? {};
  if (typeof releases !== 'object' || Array.isArray(releases))
    return [at(2, 'The changeset’s front matter is no list of packages.', `Write each as '${names[0]}': minor.`)];
  return Object.entries(releases as object).flatMap(([name, bump]): LocatedProblem[] => {
    const line =
      1 +
      Math.max(
        1,
        text.split(/\r?\n/).findIndex((row) => row.includes(name)),
      );
    if (!names.includes(name)) return [at(line, `There is no package ${name}.`, `Write one of ${names.join(', ')}.`)];
    return BUMPS.includes(String(bump)) ? [] : [at(line, `${String(bump)} is no bump of ${name}.`, `Write one of ${BUMPS.join(', ')}.`)];
  });
}

/** The packages that have versions. */
function packageNames(): string[] {
  const folder = join(own, 'packages');
  return readdirSync(folder).flatMap((name) => {
    try {
      return [(JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')) as { name: string }).name];
    } catch {
      return [];
    }
  });
}
