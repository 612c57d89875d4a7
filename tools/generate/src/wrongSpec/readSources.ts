import { readdir } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import type { LocatedProblem } from '../problem.ts';
import { readText } from './readText.ts';
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
  const files = await yamlFiles(specDirectory);
  const names = files.includes('openapi.yaml') ? files : ['openapi.yaml', ...files];
  for (const file of names) {
    const name = `${sources.folder}/${file}`;
    const { text, problem } = await readText(join(specDirectory, file), name);
    if (problem) {
      problems.push(problem);
      continue;
    }
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    if (document.errors.length === 0 && !isMap(document.contents)) {
      const says = document.contents === null ? 'The file is empty.' : 'The file is not a map of keys and values.';
      problems.push({
        file: name,
        line: 1,
        column: 1,
        says,
        remedy: 'Put back what stood there, or remove the file and what refers to it.',
      });
    }
    // The first alone: what comes after it mostly follows from it.
    problems.push(
      ...document.errors.slice(0, 1).map(({ message, pos }) => {
        const { line, col } = lines.linePos(pos[0]);
        return {
          file: name,
          line,
          column: col,
          says: `This is not YAML: ${message.replaceAll(/\s+/g, ' ')}.`.replace(/\.+$/, '.'),
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
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.split('/').includes('node_modules'))
    .sort();
}
