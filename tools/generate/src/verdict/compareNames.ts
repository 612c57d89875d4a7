import type { Contract } from '../contract/contract.ts';
import { ownNames, type OwnName } from '../contract/publicNames.ts';
import { usersOfSchemas } from '../contract/stability.ts';
import type { Change } from './change.ts';

/** Which names that a program may import have come and gone. What has a name of its own in the report already, an operation, brings and takes its names silently. */
export function compareNames(before: Contract, after: Contract): Change[] {
  const [was, is] = [ownNames(before), ownNames(after)];
  const operations = new Set(
    [was, is].map((names) => names.filter(({ kind }) => kind === 'operation').map(({ owner }) => owner)).reduce(both),
  );
  const counts = ({ kind, owner }: OwnName) => kind === 'schema' || operations.has(owner);
  const missing = (names: OwnName[], other: OwnName[]) => {
    const known = new Set(other.map(({ name }) => name));
    return byOwner(names.filter((own) => counts(own) && !known.has(own.name)));
  };
  const users = [before, after].map(usersOfSchemas);
  // Whom a name is for: nobody in particular, where nothing uses it.
  const about = (owner: string): Pick<Change, 'operation'> => {
    const operation = operations.has(owner) ? [owner] : [...new Set(users.flatMap((of) => of.get(owner) ?? []))];
    return operation.length > 0 ? { operation } : {};
  };
  return [
    ...missing(was, is).map(([name, names, owner]): Change => {
      const why = 'A program that imports it no longer compiles.';
      return {
        subject: 'name',
        kind: 'removed',
        what: `The name ${name} is gone from the packages (${names}).`,
        why,
        bump: 'major',
        ...about(owner),
      };
    }),
    ...missing(is, was).map(([name, names, owner]): Change => {
      return {
        subject: 'name',
        kind: 'added',
        what: `The name ${name} is new in the packages (${names}).`,
        why: 'What was there before stays as it is.',
        bump: 'minor',
        ...about(owner),
      };
    }),
  ];
}

function both(a: string[], b: string[]): string[] {
  return a.filter((each) => b.includes(each));
}

/** The first name of each owner, which is the type, all of its names, and the owner. */
function byOwner(names: OwnName[]): [name: string, names: string, owner: string][] {
  const owners = new Map<string, string[]>();
  for (const { owner, name } of names) owners.set(owner, [...(owners.get(owner) ?? []), name]);
  return [...owners].map(([owner, all]) => [all[0]!, all.join(', '), owner]);
}
