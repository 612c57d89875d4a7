import type { Schema } from '../contract/contract.ts';
import { FILE_TYPES, type FileTypes } from '../contract/fileTypes.ts';
import { REQUIRED_WHEN } from '../contract/requiredWhen.ts';
import { same, type Change } from './change.ts';
import { bytes, fieldChange, narrower, shown, subjectOf, unknown, wider, type Place } from './describeField.ts';

/** What has changed in the rules that a single value is measured by. */
export function compareValues(was: Schema, is: Schema, place: Place): Change[] {
  return [
    ...compareListed(was, is, place),
    ...compareMaxBytes(was, is, place),
    ...LEAST.flatMap((keyword) => compareBound(keyword, was, is, place, (before, after) => after - before)),
    ...MOST.flatMap((keyword) => compareBound(keyword, was, is, place, (before, after) => before - after)),
    ...compareMultiple(was, is, place),
    ...comparePattern(was, is, place),
    ...compareUnique(was, is, place),
    ...compareDependent(was, is, place),
    ...compareRequiredWhen(was, is, place),
    ...compareFileTypes(was, is, place),
  ];
}

const LEAST = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties', 'minContains'] as const;
const MOST = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties', 'maxContains'] as const;

type Listed = { enum?: unknown[]; const?: unknown };

/** A const is an enum of one. */
function listedIn({ enum: values, const: only }: Listed): unknown[] | undefined {
  return only === undefined ? values : [only];
}

function compareListed(was: Schema, is: Schema, place: Place): Change[] {
  const [before, after] = [listedIn(was as Listed), listedIn(is as Listed)];
  if (same(before, after)) return [];
  const subject = subjectOf(place);
  if (before === undefined) return [narrower(place, `${subject} is one of ${list(after!)}, before anything of its type.`)];
  if (after === undefined) return [wider(place, `${subject} is anything of its type, before one of ${list(before)}.`)];
  const has = (values: unknown[], value: unknown) => values.some((other) => same(other, value));
  const come = after.filter((value) => !has(before, value));
  const gone = before.filter((value) => !has(after, value));
  return [
    ...(come.length > 0 ? [wider(place, `${subject} may be ${list(come)} too.`)] : []),
    ...(gone.length > 0 ? [narrower(place, `${subject} is ${list(gone)} no longer.`)] : []),
  ];
}

function list(values: unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}

function compareMaxBytes({ 'x-maxBytes': was }: Schema, { 'x-maxBytes': is }: Schema, place: Place): Change[] {
  if (was === is) return [];
  const what = `${subjectOf(place)} may have ${bytes(is)}, before ${bytes(was)}.`;
  const isLower = Number(is ?? Infinity) < Number(was ?? Infinity);
  return [
    isLower
      ? narrower(
          place,
          what,
          'A longer value, which used to be right, is refused before it is sent.',
          'FinAuth promises more than before. A longer answer is refused from now on.',
        )
      : wider(place, what, 'What fitted still fits.', 'A program that has room for the former length may get more.'),
  ];
}

function compareBound(keyword: string, was: Schema, is: Schema, place: Place, risen: (before: number, after: number) => number): Change[] {
  const [before, after] = [was[keyword], is[keyword]] as (number | undefined)[];
  if (before === after) return [];
  const what = `${subjectOf(place)} has ${shown(keyword, after)}, before ${shown(keyword, before)}.`;
  if (typeof (before ?? after) !== 'number') return [unknown(place, what)];
  const isNarrower = before === undefined || (after !== undefined && risen(before, after) > 0);
  return [isNarrower ? narrower(place, what) : wider(place, what)];
}

function compareMultiple({ multipleOf: was }: Schema, { multipleOf: is }: Schema, place: Place): Change[] {
  if (was === is) return [];
  const what = `${subjectOf(place)} has ${shown('multipleOf', is)}, before ${shown('multipleOf', was)}.`;
  const divides = (small: unknown, large: unknown) => Number.isInteger(Math.round((Number(large) / Number(small)) * 1e9) / 1e9);
  if (is === undefined || (was !== undefined && divides(is, was))) return [wider(place, what)];
  if (was === undefined || divides(was, is)) return [narrower(place, what)];
  return [unknown(place, what)];
}

function comparePattern({ pattern: was }: Schema, { pattern: is }: Schema, place: Place): Change[] {
  if (was === is) return [];
  const what = `${subjectOf(place)} has ${shown('pattern', is)}, before ${shown('pattern', was)}.`;
  if (was === undefined) return [narrower(place, what)];
  return [is === undefined ? wider(place, what) : unknown(place, what)];
}

function compareUnique({ uniqueItems: was = false }: Schema, { uniqueItems: is = false }: Schema, place: Place): Change[] {
  if (was === is) return [];
  return [
    is
      ? narrower(place, `${subjectOf(place)} may no longer have an item twice.`)
      : wider(place, `${subjectOf(place)} may have an item twice.`),
  ];
}

function compareDependent(was: Schema, is: Schema, place: Place): Change[] {
  const [before, after] = [was['dependentRequired'], is['dependentRequired']].map((needs) => (needs ?? {}) as Record<string, string[]>);
  const names = [...new Set([...Object.keys(before!), ...Object.keys(after!)])].sort();
  return names.flatMap((name) => {
    const [needed, needs] = [before![name] ?? [], after![name] ?? []];
    const come = needs.filter((other) => !needed.includes(other));
    const gone = needed.filter((other) => !needs.includes(other));
    const subject = `In ${subjectOf(place).replace(/^The/, 'the')}, ${name}`;
    return [
      ...(come.length > 0 ? [narrower(place, `${subject} needs ${come.join(', ')} beside it.`)] : []),
      ...(gone.length > 0
        ? [
            place.isSent
              ? wider(place, `${subject} needs ${gone.join(', ')} no longer.`)
              : fieldChange(
                  place,
                  'changed',
                  `${subject} may come without ${gone.join(', ')}.`,
                  'A program that relies on it gets undefined.',
                  'major',
                ),
          ]
        : []),
    ];
  });
}

function compareRequiredWhen({ [REQUIRED_WHEN]: was }: Schema, { [REQUIRED_WHEN]: is }: Schema, place: Place): Change[] {
  if (same(was, is)) return [];
  const what = `${subjectOf(place)} has ${shown(REQUIRED_WHEN, is)}, before ${shown(REQUIRED_WHEN, was)}.`;
  return [is === undefined ? wider(place, what) : narrower(place, what)];
}

function compareFileTypes({ [FILE_TYPES]: was }: Schema, { [FILE_TYPES]: is }: Schema, place: Place): Change[] {
  if (same(was, is)) return [];
  const what = `${subjectOf(place)} has ${shown(FILE_TYPES, is)}, before ${shown(FILE_TYPES, was)}.`;
  const [before, after] = [was, is].map((types) => (types as FileTypes | undefined)?.allowed);
  const isNarrower = after !== undefined && (before === undefined || before.some((type) => !after.includes(type)));
  return [isNarrower ? narrower(place, what) : wider(place, what)];
}
