/** How much of a version a change asks for. `none`: no package is other than before. */
export type Bump = 'none' | 'patch' | 'minor' | 'major';

/** What a change is about, in the order of the report. */
export const subjects = [
  'operation',
  'field',
  'answer',
  'code',
  'reason',
  'gateway',
  'result',
  'region',
  'signature',
  'name',
  'testId',
  'words',
] as const;
export type Subject = (typeof subjects)[number];

/** One change of the API, as a user of the SDK meets it. */
export interface Change {
  subject: Subject;
  kind: 'added' | 'changed' | 'removed';
  /** What has changed: a whole sentence. */
  what: string;
  /** Why it breaks a user or why it does not: a whole sentence. */
  why: string;
  bump: Bump;
  /** The ID of the operation that it is about, or of all where many share it. Nothing: all of the API. */
  operation?: string | readonly string[];
}

export interface Verdict {
  /** The largest bump of all changes. */
  bump: Bump;
  changes: Change[];
}

const ORDER: Bump[] = ['none', 'patch', 'minor', 'major'];

/** The verdict on some changes, the most severe first within each subject. */
export function verdictOn(changes: Change[]): Verdict {
  const inOrder = changes.toSorted(
    (a, b) => subjects.indexOf(a.subject) - subjects.indexOf(b.subject) || ORDER.indexOf(b.bump) - ORDER.indexOf(a.bump),
  );
  const bump = inOrder.reduce<Bump>((most, change) => larger(most, change.bump), 'none');
  return { bump, changes: inOrder };
}

/** The changes without what is told of twice: once with the larger bump, and with each reason for it. */
export function merged(changes: Change[]): Change[] {
  const byWhat = new Map<string, Change>();
  for (const change of changes) {
    const known = byWhat.get(change.what);
    if (!known) byWhat.set(change.what, change);
    else {
      const { operation: _, ...rest } = moreSevere(known, change);
      byWhat.set(change.what, { ...rest, ...operationsOfBoth(known, change) });
    }
  }
  return [...byWhat.values()];
}

function operationsOfBoth(a: Change, b: Change): Pick<Change, 'operation'> {
  if (a.operation === undefined || b.operation === undefined) return {};
  return { operation: [...new Set([a.operation, b.operation].flat())] };
}

function moreSevere(a: Change, b: Change): Change {
  if (a.bump !== b.bump) return larger(a.bump, b.bump) === a.bump ? a : b;
  return a.why.includes(b.why) ? a : { ...a, why: `${a.why} ${b.why}` };
}

export function larger(a: Bump, b: Bump): Bump {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/** A change of text that users read and programs do not. */
export function wordsChange(what: string): Change {
  return { subject: 'words', kind: 'changed', what, why: 'Only words differ.', bump: 'patch' };
}

/** Pairs the entries of two maps by key, those of the first before those that are only in the second. */
export function pairs<T>(
  before: Record<string, T> = {},
  after: Record<string, T> = {},
): [key: string, before: T | undefined, after: T | undefined][] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((key) => [
    key,
    Object.hasOwn(before, key) ? before[key] : undefined,
    Object.hasOwn(after, key) ? after[key] : undefined,
  ]);
}

/** Whether two values of the spec say the same, in whatever order their keys stand, and what `required`, `enum`, `type`, `tags` and `servers` list. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

// Lists that are sets.
const UNORDERED = new Set(['required', 'enum', 'type', 'tags', 'servers', 'anyOf', 'oneOf', 'allOf', 'alsoStatus']);

function sorted(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => sorted(item));
    return UNORDERED.has(key)
      ? items
          .map((item) => [JSON.stringify(item), item] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, item]) => item)
      : items;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sorted(item, name)]),
  );
}
