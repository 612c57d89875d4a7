import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { LocatedProblem } from './problem.ts';
import { refuse } from './refuse.ts';

export interface Source {
  document: Document;
  lines: LineCounter;
}

/** The YAML files of a spec as they were written, so that a problem can be shown where it stands. */
export interface Sources {
  /** What the folder is called, for messages: `spec`. */
  folder: string;
  /** By path within the folder, with forward slashes. */
  files: Map<string, Source>;
}

/** Reads every YAML file of the spec. Throws a SpecError where one is not YAML. */
export async function readSources(specDirectory: string): Promise<Sources> {
  const sources: Sources = { folder: basename(specDirectory), files: new Map() };
  const problems: LocatedProblem[] = [];
  for (const file of await yamlFiles(specDirectory)) {
    const lines = new LineCounter();
    const document = parseDocument(await readFile(join(specDirectory, file), 'utf8'), { lineCounter: lines, prettyErrors: false });
    // The first alone: what comes after it mostly follows from it.
    problems.push(
      ...document.errors.slice(0, 1).map(({ message, pos }) => {
        const { line, col } = lines.linePos(pos[0]);
        return {
          file: `${sources.folder}/${file}`,
          line,
          column: col,
          says: `This is not YAML: ${message}.`.replace(/\.+$/, '.'),
          remedy: 'Correct the line, or one before it: look for an indentation, a quote or a bracket.',
        };
      }),
    );
    sources.files.set(file, { document, lines });
  }
  refuse(problems);
  return sources;
}

async function yamlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.split('/').includes('node_modules'))
    .sort();
}
