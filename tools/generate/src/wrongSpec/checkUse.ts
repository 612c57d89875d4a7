import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CompilerOptions } from 'typescript';
import type { Outputs } from '../files/outputs.ts';
import { lostNames } from './lostNames.ts';
import type { LocatedProblem } from '../problem.ts';

/** What users import, by the source that it is built from: nothing may have been built yet, and what was built is of the spec as it was. */
const SOURCES = {
  '@finauth-sdk/client': 'packages/client/src/generated/index.ts',
  '@finauth-sdk/client/examples': 'packages/client/src/generated/examples.ts',
  '@finauth-sdk/validator': 'packages/validator/src/generated/index.ts',
  '@finauth-sdk/signing': 'packages/signing/src/index.ts',
  '@finauth-sdk/signing/node': 'packages/signing/src/transports/node.ts',
  '@finauth-sdk/signing/operations': 'packages/signing/src/generated/operations.ts',
  '@finauth-sdk/signing/undici': 'packages/signing/src/transports/undici.ts',
  '@finauth-sdk/sandbox': 'packages/sandbox/src/index.ts',
  '#cryptography': 'packages/signing/src/signature/cryptography/nodeCryptography.ts',
};

/** What is published or shown to users, and what `npm start` and the mock run. Other lines of ours are for the compiler to name, in `npm test`. */
const BY_HAND = ['packages/*/src/**/*.ts', 'tools/{mock,start}/src/**/*.ts', 'spec/samples/**/*.ts'];
const LEFT_OUT = /^(?!spec\/).*(?:\.(?:test|test-d)\.ts$|\/testing\/)|\/generated\//;

/**
 * The lines written by hand, samples among them, that use a name that the generated code has no longer. They are those that the compiler would refuse, since one
 * field's name may be that of many others. Whoever takes a field or a code away learns here who uses it.
 */
export async function checkUse(root: string, outputs: Outputs): Promise<LocatedProblem[]> {
  const lost = [...outputs].flatMap(([path, text]) =>
    path.endsWith('.ts') && existsSync(join(root, path)) ? lostNames(readFileSync(join(root, path), 'utf8'), text) : [],
  );
  if (lost.length === 0) return [];
  // Loaded only now: it is large, and most edits of a spec take no name away.
  const { default: ts } = await import('typescript');
  const files = globSync(BY_HAND, { cwd: root }).filter((path) => !LEFT_OUT.test(path.replaceAll('\\', '/')));
  const uses = new RegExp(`(?<![\\w$])(?:${lost.map((name) => name.replaceAll('$', '\\$')).join('|')})(?![\\w$])`);
  const broken = diagnose(ts, root, files, outputs).filter(({ says }) => uses.test(says));
  if (broken.length === 0) return [];
  // What was broken before is no fault of the spec's.
  const suspects = files.filter((path) => broken.some(({ file }) => file === path.replaceAll('\\', '/')));
  const known = new Set(diagnose(ts, root, suspects, new Map()).map(keyOf));
  return broken.filter((problem) => !known.has(keyOf(problem)));
}

function diagnose(ts: typeof import('typescript'), root: string, files: readonly string[], outputs: Outputs): LocatedProblem[] {
  const inPlace = new Map([...outputs].map(([path, text]) => [join(root, path), text]));
  const options: CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    types: ['node'],
    typeRoots: [join(import.meta.dirname, '../../node_modules/@types')],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    noEmit: true,
    paths: Object.fromEntries(Object.entries(SOURCES).map(([name, path]) => [name, [join(root, path)]])),
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (path) => inPlace.has(path) || fileExists(path);
  host.readFile = (path) => inPlace.get(path) ?? readFile(path);
  host.getSourceFile = (path, languageVersion, ...rest) => {
    const text = inPlace.get(path);
    return text === undefined ? getSourceFile(path, languageVersion, ...rest) : ts.createSourceFile(path, text, languageVersion);
  };
  const program = ts.createProgram(
    files.map((path) => join(root, path)),
    options,
    host,
  );
  return files.flatMap((path) => {
    const file = program.getSourceFile(join(root, path));
    return program.getSemanticDiagnostics(file).map(({ start = 0, messageText }) => {
      const { line, character } = file!.getLineAndCharacterOfPosition(start);
      return {
        file: relative(root, file!.fileName).replaceAll('\\', '/'),
        line: line + 1,
        column: character + 1,
        says: `This no longer fits: ${sentence(ts.flattenDiagnosticMessageText(messageText, ' ').split('\n')[0]!)}`,
        remedy: 'Change the line in the same edit, or keep the name in the spec.',
      };
    });
  });
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function keyOf({ file, line, column, says }: LocatedProblem): string {
  return [file, line, column, says].join('\0');
}
