import type { Renames } from './findRenames.ts';
import { routesIn } from './findOperations.ts';
import type { Rewrite } from './rewriteTexts.ts';
import { SIGNED_BY_HAND } from './signatureNames.ts';

/** The generated code that has an address: the sandbox's routes, and the client's servers. */
export interface Addresses {
  readonly routes: string;
  readonly servers: string;
}

/** The paths and hosts that are others than in the code that was generated before, for what calls the API by hand. An operation or a region that is new or gone has none. */
export function addressNames(before: Addresses, after: Addresses): { addresses: Renames; rewrites: Rewrite[] } {
  const paths = moved(pathsIn(before.routes), pathsIn(after.routes));
  const hosts = moved(hostsIn(before.servers), hostsIn(after.servers));
  return { addresses: new Map([...paths, ...hosts]), rewrites: [...rewritesOf(paths), ...rewritesOf(hosts)] };
}

/** The new of each old one. Where two are exchanged, what was written by hand may mean either, and is left alone. */
function moved(old: ReadonlyMap<string, string>, fresh: ReadonlyMap<string, string>): Renames {
  const all = [...old.values()];
  return new Map(
    [...old].flatMap(([id, from]) => {
      const to = fresh.get(id);
      return to === undefined || all.includes(to) ? [] : [[from, to] as const];
    }),
  );
}

function rewritesOf(replacements: Renames): Rewrite[] {
  if (replacements.size === 0) return [];
  const names = [...replacements.keys()].map((name) => name.replaceAll(/\W/g, String.raw`\$&`)).join('|');
  // A path may stand behind a host, and a host is no part of another.
  return [{ files: SIGNED_BY_HAND, pattern: new RegExp(String.raw`(?<![\w-](?=\w))(?:${names})(?![\w-])`, 'g'), replacements }];
}

/** By the operation's ID. */
function pathsIn(routes: string): Map<string, string> {
  return new Map(routesIn(routes).map(({ id, path }) => [id, path]));
}

/** By the region. */
function hostsIn(servers: string): Map<string, string> {
  return new Map([...servers.matchAll(SERVER)].map(([, region, host]) => [region!, host!]));
}

const SERVER = /^ {2}'?([\w-]+)'?: \{\n {4}url: 'https:\/\/(.+)',$/gm;
