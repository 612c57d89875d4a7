import type { Bump, Change } from './change.ts';
import type { ChangePlace } from './placeOf.ts';
import type { RedoclyChange } from './redoclyDiff.ts';

/** What a change of a schema means for whoever sends or gets the value. */
export function describeField(change: RedoclyChange, place: ChangePlace, diff: RedoclyChange[]): Change[] {
  const { property, kind } = change;
  if (property === 'required') return describeRequired(change, place, diff);
  if (property === 'x-maxBytes') return [describeMaxBytes(change, place)];
  if (property === undefined && kind === 'added') return describeAdded(change, place, diff);
  if (property === undefined && kind === 'removed') return [describeRemoved(place)];
  return [describeKeyword(change, place)];
}

function field(kind: Change['kind'], what: string, why: string, bump: Bump): Change {
  return { subject: 'field', kind, what, why, bump };
}

/** The names in `required` that have come and gone. A field that is new altogether is told of here, once. */
function describeRequired(change: RedoclyChange, { owner, isSent, field: within }: ChangePlace, diff: RedoclyChange[]): Change[] {
  const before = namesIn(change.base?.value);
  const after = namesIn(change.revision?.value);
  const full = (name: string) => [owner, within, name].filter((part) => part !== undefined).join('.');
  const isNew = (name: string) => diff.some(({ kind, path }) => kind === 'added' && path === `${change.path}/properties/${name}`);
  const isGone = (name: string) => diff.some(({ kind, path }) => kind === 'removed' && path === `${change.path}/properties/${name}`);
  const come = after.filter((name) => !before.includes(name));
  const gone = before.filter((name) => !after.includes(name) && !isGone(name));
  return [
    ...come.map((name) => {
      const kind = isNew(name) ? 'added' : 'changed';
      const what = isNew(name) ? `The field ${full(name)} is new and required.` : `The field ${full(name)} is required, before it was not.`;
      return isSent
        ? field(kind, what, 'A call without it, which used to be right, is refused before it is sent.', 'major')
        : // The promise grows, so who reads it goes on working. The validator takes FinAuth at its word, which the maintainer has to be sure of.
          field(
            kind,
            what,
            'An answer may be relied on to have it. Answers without it are refused from now on, so each region has to send it.',
            'minor',
          );
    }),
    ...gone.map((name) => {
      const what = `The field ${full(name)} may be left out, before it was required.`;
      return isSent
        ? field('changed', what, 'Whoever gives it still may.', 'minor')
        : field('changed', what, 'A program that relies on it gets undefined, and no longer compiles.', 'major');
    }),
  ];
}

function describeAdded({ path }: RedoclyChange, { name, isSent }: ChangePlace, diff: RedoclyChange[]): Change[] {
  const [, parent, own] = /^(.*)\/properties\/([^/]+)$/.exec(path) ?? [];
  const required = diff.some(
    (other) => other.property === 'required' && other.path === parent && namesIn(other.revision?.value).includes(own!),
  );
  if (required) return [];
  return [field('added', `${name} is new.`, isSent ? 'It may be left out.' : 'Whoever does not know it passes over it.', 'minor')];
}

function describeRemoved({ name, isSent }: ChangePlace): Change {
  const why = isSent
    ? 'A call that gives it is refused before it is sent, and no longer compiles.'
    : 'A program that reads it gets undefined, and no longer compiles.';
  return field('removed', `${name} is gone.`, why, 'major');
}

function describeMaxBytes({ base, revision }: RedoclyChange, { name, isSent }: ChangePlace): Change {
  const before = base?.value as number | undefined;
  const after = revision?.value as number | undefined;
  const what = `${name} may have ${bytes(after)}, before ${bytes(before)}.`;
  const lowered = (after ?? Infinity) < (before ?? Infinity);
  if (isSent && !lowered) return field('changed', what, 'What fitted still fits.', 'minor');
  // Redocly judges a maxLength in the same way.
  if (!lowered) return field('changed', what, 'A program that has room for the former length may get more.', 'major');
  return isSent
    ? field('changed', what, 'A longer value, which used to be right, is refused before it is sent.', 'major')
    : field('changed', what, 'FinAuth promises more than before. A longer answer is refused from now on.', 'minor');
}

function bytes(limit: number | undefined): string {
  return limit === undefined ? 'any length' : `at most ${limit} bytes`;
}

/** Any other keyword of a schema. Redocly knows which of them narrow what may be sent or widen what may come. */
function describeKeyword({ property, base, revision, impact, typeName, verdicts }: RedoclyChange, { name, isSent }: ChangePlace): Change {
  const what = `${name} has ${shown(property, revision?.value)}, before ${shown(property, base?.value)}.`;
  if (impact === 'major') {
    const why = isSent
      ? 'A value that used to be right may be refused before it is sent.'
      : 'A program may get a value that it was not written for.';
    return field('changed', what, why, 'major');
  }
  if (property?.startsWith('x-') && property !== 'x-lifetimeSeconds') return field('changed', what, 'No program reads it.', 'patch');
  if (verdicts.length > 0) return field('changed', what, `Redocly rates such a change of a ${typeName} as ${impact}.`, impact);
  return field(
    'changed',
    what,
    isSent ? 'What was right before still is.' : 'FinAuth promises more than before, and its answers are checked for it.',
    'minor',
  );
}

function shown(property: string | undefined, value: unknown): string {
  return value === undefined ? `no ${property ?? 'rule'}` : `${property ?? 'the rule'} ${JSON.stringify(value)}`;
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
