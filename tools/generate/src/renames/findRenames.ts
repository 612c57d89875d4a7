/** The new name of each field by its old one. */
export type Renames = ReadonlyMap<string, string>;

interface Field {
  readonly name: string;
  /** Whether it may be missing, and its type. */
  readonly rest: string;
}

/**
 * The fields that are called otherwise than in the types that were generated before. A type whose fields are as they were but for their names has renamed them.
 * Not told is what could be another field as well: an old name that another type still has, a new one that was there before, a field that came or went besides.
 */
export function findRenames(before: string, after: string): Renames {
  const [old, fresh] = [typesOf(before), typesOf(after)];
  const names = (types: Map<string, Field[]>): Set<string> => new Set([...types.values()].flat().map(({ name }) => name));
  const [oldNames, freshNames] = [names(old), names(fresh)];
  const renames = new Map<string, string>();
  for (const [type, fields] of old) {
    const others = fresh.get(type) ?? [];
    const gone = fields.filter(({ name }) => !others.some((other) => other.name === name));
    const come = others.filter(({ name }) => !fields.some((field) => field.name === name));
    if (gone.length !== come.length || gone.some(({ rest }, index) => rest !== come[index]!.rest)) continue;
    for (const [index, { name }] of gone.entries()) {
      const to = come[index]!.name;
      if (!freshNames.has(name) && !oldNames.has(to)) renames.set(name, to);
    }
  }
  return renames;
}

/** The fields of each type in what hey-api wrote, in their order. */
function typesOf(code: string): Map<string, Field[]> {
  const types = new Map<string, Field[]>();
  let fields: Field[] = [];
  for (const line of code.split('\n')) {
    const type = /^export type (\w+) = /.exec(line)?.[1];
    if (type !== undefined) types.set(type, (fields = []));
    const [, name, rest] = /^ +'?([\w-]+)'?(\??: .*)$/.exec(line) ?? [];
    if (name !== undefined) fields.push({ name, rest: rest! });
  }
  return types;
}
