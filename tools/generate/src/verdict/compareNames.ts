import type { Contract } from '../contract.ts';
import { ownNames, type OwnName } from '../publicNames.ts';
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
  return [
    ...missing(was, is).map(([owner, names]): Change => {
      const why = 'A program that imports it no longer compiles.';
      return { subject: 'name', kind: 'removed', what: `The name ${owner} is gone from the packages (${names}).`, why, bump: 'major' };
    }),
    ...missing(is, was).map(([owner, names]): Change => {
      return {
        subject: 'name',
        kind: 'added',
        what: `The name ${owner} is new in the packages (${names}).`,
        why: 'What was there before stays as it is.',
        bump: 'minor',
      };
    }),
  ];
}

function both(a: string[], b: string[]): string[] {
  return a.filter((each) => b.includes(each));
}

/** The first name of each owner, which is the type, and all of its names. */
function byOwner(names: OwnName[]): [owner: string, names: string][] {
  const owners = new Map<string, string[]>();
  for (const { owner, name } of names) owners.set(owner, [...(owners.get(owner) ?? []), name]);
  return [...owners.values()].map((all) => [all[0]!, all.join(', ')]);
}
