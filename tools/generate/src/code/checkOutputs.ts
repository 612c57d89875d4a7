import { posix } from 'node:path';
import ts from 'typescript';
import type { Contract } from '../contract/contract.ts';
import { ownNames } from '../contract/publicNames.ts';
import type { Outputs } from '../files/outputs.ts';
import { SpecError } from '../specError.ts';

/** Parses every file that was made, before one of them is written. Throws a SpecError for one that is not code, or in which two things have one name. */
export function checkOutputs(outputs: Outputs, contract: Contract): void {
  const problems = [...outputs].flatMap(([path, text]) => (/\.(?:[cm]?[jt]s)$/.test(path) ? checkFile(path, text, contract) : []));
  if (problems.length === 0) problems.push(...missingNames(outputs, contract));
  if (problems.length > 0) throw new SpecError(problems.join('\n\n'));
}

/** What a file takes from another that does not have it: hey-api writes some names in another way than the spec. */
function missingNames(outputs: Outputs, contract: Contract): string[] {
  const parsed = new Map(
    [...outputs]
      .filter(([path]) => path.endsWith('.ts'))
      .map(([path, text]) => [path, ts.createSourceFile(path, text, ts.ScriptTarget.Latest)] as const),
  );
  const names = new Map([...parsed].map(([path, file]) => [path, new Set(namesIn(file).map(({ name }) => name))] as const));
  return [...parsed].flatMap(([path, file]) =>
    file.statements.flatMap((statement) => {
      const { from, taken } = takenBy(statement);
      const there = from?.startsWith('.') ? names.get(posix.join(posix.dirname(path), from)) : undefined;
      return there === undefined ? [] : taken.filter((name) => !there.has(name)).map((name) => missing(path, name, contract));
    }),
  );
}

function missing(path: string, name: string, contract: Contract): string {
  const owner = ownNames(contract).find((own) => own.name === name);
  const what = owner ? `the ${owner.kind} ${owner.owner}` : 'a schema or an operation';
  return `${path}\n  The code that would be written has no ${name}: it would be written in another way.\n  Rename ${what} in the spec, with one capital for each word.`;
}

function takenBy(statement: ts.Statement): { from?: string; taken: string[] } {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return { taken: [] };
  const { moduleSpecifier } = statement;
  const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
  if (
    !moduleSpecifier ||
    !ts.isStringLiteral(moduleSpecifier) ||
    !bindings ||
    !(ts.isNamedImports(bindings) || ts.isNamedExports(bindings))
  )
    return { taken: [] };
  return { from: moduleSpecifier.text, taken: bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text) };
}

function checkFile(path: string, text: string, contract: Contract): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, path.endsWith('.js') ? ts.ScriptKind.JS : ts.ScriptKind.TS);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: ts.DiagnosticWithLocation[] };
  const [first] = parseDiagnostics;
  if (first) {
    const { line } = file.getLineAndCharacterOfPosition(first.start);
    const says = ts.flattenDiagnosticMessageText(first.messageText, ' ');
    return [
      `${path}:${line + 1}:1\n  The code that would be written is none: ${says}\n  A text or a name of the spec has become part of it. Its line would be: ${text.split('\n')[line]!.trim().slice(0, 120)}`,
    ];
  }
  const seen = new Map<string, boolean>();
  return namesIn(file).flatMap(({ name, isFunction }) => {
    // The overloads of a function are one thing.
    const isTwice = seen.has(name) && !(isFunction && seen.get(name) === true);
    seen.set(name, isFunction);
    if (!isTwice) return [];
    const owner = ownNames(contract).find((own) => own.name === name);
    const what = owner ? `the ${owner.kind} ${owner.owner}` : 'a schema or an operation';
    return [`${path}\n  The code that would be written has two things called ${name}.\n  Rename ${what} in the spec.`];
  });
}

/** What a file declares, imports and hands on at its top. */
function namesIn(file: ts.SourceFile): { name: string; isFunction: boolean }[] {
  return file.statements.flatMap((statement): { name: string; isFunction: boolean }[] => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [{ name: name.text, isFunction: false }] : [],
      );
    if (ts.isFunctionDeclaration(statement)) return statement.name ? [{ name: statement.name.text, isFunction: true }] : [];
    if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isClassDeclaration(statement))
      return statement.name ? [{ name: statement.name.text, isFunction: false }] : [];
    const bindings = ts.isImportDeclaration(statement)
      ? statement.importClause?.namedBindings
      : ts.isExportDeclaration(statement) && statement.moduleSpecifier
        ? statement.exportClause
        : undefined;
    return bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings))
      ? bindings.elements.map(({ name }) => ({ name: name.text, isFunction: false }))
      : [];
  });
}
