import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript-6.0';

const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });

/**
 * What a declaration file offers, as text: each declaration that it is made of, without comments, in the order of their names, and what it exports. The
 * bundler spreads declarations over files whose names change with their content; here they are together again.
 */
export function publicApi(entry: string): string {
  const files = withImported(entry);
  const declarations = files.flatMap((file) =>
    file.statements.filter((statement) => !isWiring(statement)).map((statement) => print(statement, file)),
  );
  const [main] = files;
  const exported = main!.statements.filter((statement) => ts.isExportDeclaration(statement)).map((statement) => print(statement, main!));
  return `${[...declarations.sort(), ...exported.sort()].join('\n\n')}\n`;
}

/** The file, and those next to it from which it imports, each once. */
function withImported(entry: string, seen = new Map<string, ts.SourceFile>()): ts.SourceFile[] {
  if (seen.has(entry)) return [];
  const file = ts.createSourceFile(entry, readFileSync(entry, 'utf8'), ts.ScriptTarget.Latest);
  seen.set(entry, file);
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const from = statement.moduleSpecifier;
    if (from === undefined || !ts.isStringLiteral(from) || !from.text.startsWith('.')) continue;
    const path = join(dirname(entry), from.text.replace(/\.(c?)js$/, '.d.$1ts'));
    if (existsSync(path)) withImported(path, seen);
  }
  return [...seen.values()];
}

/** Imports and lists of exports: they say where things are, and not what they are. */
function isWiring(statement: ts.Statement): boolean {
  return ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
}

function print(statement: ts.Statement, file: ts.SourceFile): string {
  return printer.printNode(ts.EmitHint.Unspecified, statement, file);
}
