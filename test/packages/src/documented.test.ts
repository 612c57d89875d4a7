import { globSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript-6.0';
import { expect, it } from 'vitest';
import { root } from './published.ts';

/** The hand-written packages that programs import. What is generated has the texts of the spec. */
it.each(['signing', 'server', 'sandbox', 'fleet'])('every export of %s has a comment, and so has every member of one', (name) => {
  const sources = join(root, 'packages', name, 'src');
  const entries = globSync(['index.ts', 'transports/{node,undici}.ts'], { cwd: sources }).map((file) => join(sources, file));
  const program = ts.createProgram(entries, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const isOwn = (symbol: ts.Symbol): boolean => symbol.declarations?.[0]?.getSourceFile().fileName.startsWith(`${sources}/`) === true;
  const exported = entries
    .flatMap((file) => checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!))
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    // The part of another library that one of ours uses is explained there.
    .filter((symbol) => isOwn(symbol) && !symbol.name.endsWith('Like'));
  const members = exported.flatMap(({ name: owner, members: all }) =>
    [...(all?.values() ?? [])]
      .filter(({ flags, escapedName }) => !(flags & ts.SymbolFlags.TypeParameter) && !String(escapedName).startsWith('__'))
      .map((symbol) => ({ where: `${owner}.${symbol.name}`, symbol })),
  );
  const all = [...exported.map((symbol) => ({ where: symbol.name, symbol })), ...members];
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter(({ symbol }) => symbol.getDocumentationComment(checker).length === 0).map(({ where }) => where)).toEqual([]);
});
