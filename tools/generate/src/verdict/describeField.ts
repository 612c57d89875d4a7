import type { Bump, Change } from './change.ts';

/** Where a schema is used: what it is called there, and which way its values go. */
export interface Place {
  /** The type that holds the field, or the operation's request or answer where it has no name. */
  readonly owner: string;
  /** The field's name, with those around it. Empty where it is the whole type. */
  readonly field: string;
  /** Whether a user sends it. Otherwise a user gets it. */
  readonly isSent: boolean;
  readonly operation: string;
}

/** `The field GetBizTokenRequest.uuid`, `The type GetBizTokenRequest`. */
export function subjectOf({ owner, field }: Place): string {
  return field === '' ? `The type ${owner}` : `The field ${owner}.${field}`;
}

export function fullName({ owner, field }: Place, name: string): string {
  return [owner, field, name].filter((part) => part !== '').join('.');
}

export function fieldChange({ operation }: Place, kind: Change['kind'], what: string, why: string, bump: Bump): Change {
  return { subject: 'field', kind, what, why, bump, operation };
}

/** A rule that lets fewer values through than before: the caller may send less; of what comes, more is promised. */
export function narrower(place: Place, what: string, whySent?: string, whyGot?: string): Change {
  return place.isSent
    ? fieldChange(place, 'changed', what, whySent ?? 'A value that used to be right may be refused before it is sent.', 'major')
    : fieldChange(place, 'changed', what, whyGot ?? 'FinAuth promises more than before, and its answers are checked for it.', 'minor');
}

/** A rule that lets more values through than before. */
export function wider(place: Place, what: string, whySent?: string, whyGot?: string): Change {
  return place.isSent
    ? fieldChange(place, 'changed', what, whySent ?? 'What was right before still is.', 'minor')
    : fieldChange(place, 'changed', what, whyGot ?? 'A program may get a value that it was not written for.', 'major');
}

/** Where no rule tells whether more or fewer values fit, the larger bump. */
export function unknown(place: Place, what: string): Change {
  const why = 'No rule knows whether more or fewer values fit than before, so it counts as a break.';
  return fieldChange(place, 'changed', what, why, 'major');
}

export function shown(keyword: string, value: unknown): string {
  if (value === undefined) return `no ${keyword}`;
  const text = JSON.stringify(value);
  return `${keyword} ${text.length > 200 ? `${text.slice(0, 200)}…` : text}`;
}

export function bytes(limit: unknown): string {
  return limit === undefined ? 'any length' : `at most ${String(limit)} bytes`;
}
