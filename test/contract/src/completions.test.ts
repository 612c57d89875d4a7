import { createRequire } from 'node:module';
import { errorCatalogue, servers } from '@finauth-sdk/client';
import ts from 'typescript-6.0';
import { expect, it } from 'vitest';

const { resolve } = createRequire(import.meta.url);
const file = new URL('completed.ts', import.meta.url).pathname;

it.each<[string, string, string[]]>([
  [
    'the codes of an error',
    `import { FinAuthApiError } from '@finauth-sdk/signing';\ndeclare const error: FinAuthApiError;\nerror.code === '|'`,
    Object.keys(errorCatalogue),
  ],
  [
    'the reasons behind a code',
    `import { FinAuthApiError } from '@finauth-sdk/signing';\ndeclare const error: FinAuthApiError;\nerror.detail === '|'`,
    Object.keys(errorCatalogue.AUTHORIZATION_ERROR.reasons!),
  ],
  ['the regions', `import { createFinAuth } from '@finauth-sdk/signing';\ncreateFinAuth({ region: '|' })`, Object.keys(servers)],
])('an editor offers %s', (_what, text, names) => {
  expect(completionsAt(text)).toEqual(expect.arrayContaining(names));
});

/** What an editor offers where the bar stands. */
function completionsAt(text: string): string[] {
  const position = text.indexOf('|');
  const source = text.replace('|', '');
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    strict: true,
    types: [],
  };
  const host: ts.LanguageServiceHost = {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const content = path === file ? source : ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => new URL('.', import.meta.url).pathname,
    getDefaultLibFileName: () => resolve(`typescript-6.0/lib/${ts.getDefaultLibFileName(options)}`),
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: (path) => (path === file ? source : ts.sys.readFile(path)),
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath!,
  };
  const completions = ts.createLanguageService(host).getCompletionsAtPosition(file, position, {});
  return completions?.entries.map(({ name }) => name) ?? [];
}
