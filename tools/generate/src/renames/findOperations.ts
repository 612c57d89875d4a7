import { posix } from 'node:path';
import { lostNames } from '../wrongSpec/lostNames.ts';
import type { Sources } from '../wrongSpec/readSources.ts';
import type { Renames } from './findRenames.ts';

/**
 * The operations that are called otherwise than in the routes that were generated before, by method and path: an operation that moves as well is another one. Not
 * told is what could be another operation as well: an old name that the spec still has, a new one that was there before.
 */
export function findOperations(routes: string, sources: Sources): Renames {
  const old = new Map(routesIn(routes).map(({ id, method, path }) => [`${method} ${path}`, id]));
  const fresh = operationIds(sources);
  const [oldIds, freshIds] = [new Set(old.values()), [...fresh.values()]];
  return new Map(
    [...old].flatMap(([route, id]) => {
      const to = fresh.get(route);
      const isRenamed = to !== undefined && NAME.test(to) && !freshIds.includes(id) && !oldIds.has(to);
      return isRenamed && freshIds.filter((other) => other === to).length === 1 ? [[id, to] as const] : [];
    }),
  );
}

/** The operations of generated routes. */
export function routesIn(routes: string): { id: string; method: string; path: string }[] {
  return [...routes.matchAll(ROUTE)].map(([, id, method, path]) => ({ id: id!, method: method!, path: path! }));
}

const ROUTE = /^ {4}operationId: '(.+)',\n(?: {4}summary: .*\n)? {4}method: '(.+)',\n {4}path: '(.+)',$/gm;
const NAME = /^[a-z][A-Za-z\d]*$/;

/** With the names that the generated code makes of an operation's, such as those of types. A schema's name is its own. */
export function withTypes(operations: Renames, generated: ReadonlyMap<string, string>, schemas: readonly string[]): Renames {
  const names = new Set([...generated.values()].flatMap((code) => lostNames(code, '')));
  const all = new Map(operations);
  for (const [from, to] of operations) {
    const own = new RegExp(`^([a-z]*)${capital(from)}([A-Z]|$)`);
    for (const name of names) {
      const [, prefix] = own.exec(name) ?? [];
      if (prefix !== undefined && !schemas.includes(name.slice(prefix.length))) all.set(name, name.replace(capital(from), capital(to)));
    }
  }
  return all;
}

function capital(id: string): string {
  return id[0]!.toUpperCase() + id.slice(1);
}

/** The ID of each operation by its method and path, as far as the spec can be understood: what is wrong with it is told elsewhere. */
function operationIds({ files }: Sources): Map<string, string> {
  const ids = new Map<string, string>();
  const root = files.get('openapi.yaml')?.document.toJS() as { paths?: Record<string, Record<string, unknown>> } | undefined;
  for (const [path, item] of Object.entries(root?.paths ?? {})) {
    const file = typeof item?.['$ref'] === 'string' ? posix.normalize(item['$ref']) : undefined;
    const methods = file === undefined ? item : (files.get(file)?.document.toJS() as Record<string, unknown> | undefined);
    for (const [method, operation] of Object.entries(methods ?? {})) {
      const id = (operation as { operationId?: unknown } | null)?.operationId;
      if (typeof id === 'string') ids.set(`${method.toUpperCase()} ${path}`, id);
    }
  }
  return ids;
}
