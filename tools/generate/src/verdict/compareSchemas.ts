import { isBinary, refName, resolve, type Contract, type Schema } from '../contract/contract.ts';
import { PERSONAL } from '../contract/personalFields.ts';
import { keywords, type JsonType } from '../contract/schemas/keywords.ts';
import { compareParts } from './compareParts.ts';
import type { AnySchema, Comparison } from './comparison.ts';
import { compareValues } from './compareValues.ts';
import { pairs, same, wordsChange, type Change } from './change.ts';
import { fieldChange, fullName, narrower, shown, subjectOf, unknown, wider, type Place } from './describeField.ts';

/** What has changed in what is sent or got, for whoever sends or gets it. */
export function compareSchemas(comparison: Comparison, was: AnySchema, is: AnySchema, around: Place): Change[] {
  const [named, before, after] = unwrapped(comparison, was, is);
  const place = named === undefined ? around : { ...around, owner: named, field: '' };
  const key = `${place.operation} ${place.isSent} ${JSON.stringify([was, is])}`;
  // A schema without a reference in it has an end.
  if (named !== undefined) {
    if (comparison.seen.has(key)) return [];
    comparison.seen.add(key);
  }
  // Its notes may differ, and what it refers to.
  if (typeof before === 'boolean' || typeof after === 'boolean') return compareBooleans(before, after, place);
  if (isBinary(before) !== isBinary(after)) {
    const what = `${subjectOf(place)} is ${isBinary(after) ? 'a file, before text' : 'text, before a file'}.`;
    return [fieldChange(place, 'changed', what, 'A program that gives or reads it as it was no longer compiles.', 'major')];
  }
  return [
    ...compareNotes(before, after, place),
    ...compareTypes(before, after, place),
    ...compareValues(before, after, place),
    ...compareFields(comparison, before, after, place),
    ...compareParts(comparison, before, after, place),
    ...compareOthers(before, after, place),
  ];
}

/** Both schemas with references followed, and the name of the type that they are, where they are one. A composition of one is that one. */
function unwrapped({ before, after }: Comparison, was: AnySchema, is: AnySchema): [string | undefined, AnySchema, AnySchema] {
  const [oldName, old] = follow(before, was);
  const [newName, now] = follow(after, is);
  return [newName ?? oldName, old, now];
}

function follow(contract: Contract, schema: AnySchema, name?: string, depth = 0): [string | undefined, AnySchema] {
  if (typeof schema === 'boolean' || depth > 20) return [name, schema];
  if (schema.$ref !== undefined) {
    const [inner, target] = follow(contract, resolve(contract, schema), refName(schema) ?? name, depth + 1);
    // The notes beside a reference go before those behind it.
    const { $ref: _, ...notes } = schema;
    return [inner, typeof target === 'boolean' ? target : { ...target, ...notes }];
  }
  const rules = Object.keys(schema).filter((keyword) => keywords[keyword]?.isNote !== true && !keyword.startsWith('x-'));
  for (const list of ['allOf', 'anyOf', 'oneOf'] as const) {
    const members = schema[list] as AnySchema[] | undefined;
    if (members?.length !== 1 || rules.length !== 1) continue;
    const { [list]: _, ...notes } = schema;
    const [inner, target] = follow(contract, members[0]!, name, depth + 1);
    return [inner, typeof target === 'boolean' ? target : { ...target, ...notes }];
  }
  return [name, schema];
}

function compareBooleans(was: AnySchema, is: AnySchema, place: Place): Change[] {
  if (same(was, is)) return [];
  const what = `${subjectOf(place)} takes ${is === true ? 'anything' : is === false ? 'nothing' : 'what a schema says'}, before ${was === true ? 'anything' : was === false ? 'nothing' : 'what a schema says'}.`;
  return [was === true || is === false ? narrower(place, what) : wider(place, what)];
}

const WORDS = ['title', 'description', 'example', 'examples', '$comment', 'externalDocs', 'xml', 'x-source'] as const;

function compareNotes(was: Schema, is: Schema, place: Place): Change[] {
  const subject = subjectOf(place);
  const changes: Change[] = [];
  if (WORDS.some((note) => !same(was[note], is[note])))
    changes.push(wordsChange(`The words of ${subject.charAt(0).toLowerCase()}${subject.slice(1)} differ.`));
  if (was['x-lifetimeSeconds'] !== is['x-lifetimeSeconds']) {
    const what = `${subject} has ${shown('x-lifetimeSeconds', is['x-lifetimeSeconds'])}, before ${shown('x-lifetimeSeconds', was['x-lifetimeSeconds'])}.`;
    changes.push(fieldChange(place, 'changed', what, 'The sandbox lets its tokens run out after the new time.', 'minor'));
  }
  if (!same(was['x-takesToken'], is['x-takesToken'])) {
    const what = `${subject} has ${shown('x-takesToken', is['x-takesToken'])}, before ${shown('x-takesToken', was['x-takesToken'])}.`;
    changes.push(fieldChange(place, 'changed', what, 'The sandbox judges by it the token that a call gives.', 'minor'));
  }
  if (!same(was[PERSONAL], is[PERSONAL])) {
    const what = `${subject} ${is[PERSONAL] === true ? 'holds' : 'no longer holds'} data of a person.`;
    changes.push(fieldChange(place, 'changed', what, 'Neither the sandbox nor an error shows such data.', 'minor'));
  }
  if (Boolean(was.deprecated) !== Boolean(is.deprecated)) {
    const what = is.deprecated ? `${subject} is on its way out.` : `${subject} is no longer on its way out.`;
    changes.push(fieldChange(place, 'changed', what, 'It works as before.', 'minor'));
  }
  if (!same(was.default, is.default)) {
    const what = `${subject} has ${shown('default', is.default)}, before ${shown('default', was.default)}.`;
    changes.push(
      place.isSent
        ? fieldChange(place, 'changed', what, 'FinAuth takes another value for a call that leaves it out.', 'major')
        : fieldChange(place, 'changed', what, 'No program reads it.', 'patch'),
    );
  }
  for (const note of ['format', 'readOnly', 'writeOnly', 'contentMediaType', ...extensionsOf(was, is)]) {
    if (same(was[note], is[note])) continue;
    const what = `${subject} has ${shown(note, is[note])}, before ${shown(note, was[note])}.`;
    changes.push(fieldChange(place, 'changed', what, 'It is a note for readers: no program checks it.', 'patch'));
  }
  if (!same(was.contentEncoding, is.contentEncoding)) {
    changes.push(
      unknown(
        place,
        `${subject} has ${shown('contentEncoding', is.contentEncoding)}, before ${shown('contentEncoding', was.contentEncoding)}.`,
      ),
    );
  }
  return changes;
}

/** Extensions that nothing here reads. */
function extensionsOf(was: Schema, is: Schema): string[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((key) => key.startsWith('x-') && !Object.hasOwn(keywords, key))
    .sort();
}

function compareTypes({ type: was }: Schema, { type: is }: Schema, place: Place): Change[] {
  const [before, after] = [was, is].map((type) => (type === undefined ? undefined : ([type].flat().sort() as JsonType[])));
  if (same(before, after)) return [];
  const what = `${subjectOf(place)} has ${shown('type', is)}, before ${shown('type', was)}.`;
  const covers = (wide: JsonType[] | undefined, narrow: JsonType[] | undefined) =>
    wide === undefined || narrow?.every((type) => wide.includes(type) || (type === 'integer' && wide.includes('number'))) === true;
  if (covers(after, before)) return [wider(place, what)];
  if (covers(before, after)) return [narrower(place, what)];
  const why = place.isSent
    ? 'A value that used to be right may be refused before it is sent.'
    : 'A program may get a value that it was not written for.';
  return [fieldChange(place, 'changed', what, why, 'major')];
}

function compareFields(comparison: Comparison, was: Schema, is: Schema, place: Place): Change[] {
  const before = was.required ?? [];
  const after = is.required ?? [];
  return pairs<AnySchema>(was.properties, is.properties)
    .flatMap(([name, its, now]): Change[] => {
      const inner: Place = { ...place, field: place.field === '' ? name : `${place.field}.${name}` };
      if (its === undefined) return [added(name, after.includes(name), place)];
      if (now === undefined) return [removed(name, place)];
      return compareSchemas(comparison, its, now, inner);
    })
    .concat(
      [...new Set([...before, ...after])].flatMap((name) => {
        // One that is new or gone altogether is told of above.
        const isField = (schema: Schema) => Object.hasOwn(schema.properties ?? {}, name);
        if (before.includes(name) === after.includes(name) || isField(was) !== isField(is)) return [];
        return [after.includes(name) ? nowRequired(name, place) : nowOptional(name, place)];
      }),
    );
}

function added(name: string, isRequired: boolean, place: Place): Change {
  const what = `The field ${fullName(place, name)} is new${isRequired ? ' and required' : ''}.`;
  if (!isRequired)
    return fieldChange(place, 'added', what, place.isSent ? 'It may be left out.' : 'Whoever does not know it passes over it.', 'minor');
  return place.isSent
    ? fieldChange(place, 'added', what, 'A call without it, which used to be right, is refused before it is sent.', 'major')
    : fieldChange(place, 'added', what, PROMISED, 'minor');
}

function removed(name: string, place: Place): Change {
  const why = place.isSent
    ? 'A call that gives it is refused before it is sent, and no longer compiles.'
    : 'A program that reads it gets undefined, and no longer compiles.';
  return fieldChange(place, 'removed', `The field ${fullName(place, name)} is gone.`, why, 'major');
}

// The promise grows, so who reads it goes on working. The validator takes FinAuth at its word, which the maintainer has to be sure of.
const PROMISED = 'An answer may be relied on to have it. Answers without it are refused from now on, so each region has to send it.';

function nowRequired(name: string, place: Place): Change {
  const what = `The field ${fullName(place, name)} is required, before it was not.`;
  return place.isSent
    ? fieldChange(place, 'changed', what, 'A call without it, which used to be right, is refused before it is sent.', 'major')
    : fieldChange(place, 'changed', what, PROMISED, 'minor');
}

function nowOptional(name: string, place: Place): Change {
  const what = `The field ${fullName(place, name)} may be left out, before it was required.`;
  return place.isSent
    ? fieldChange(place, 'changed', what, 'Whoever gives it still may.', 'minor')
    : fieldChange(place, 'changed', what, 'A program that relies on it gets undefined, and no longer compiles.', 'major');
}

/** What neither this file nor those beside it have a rule for: a keyword of an older generator's spec, or one that was let in without a rule. */
function compareOthers(was: Schema, is: Schema, place: Place): Change[] {
  const others = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (keyword) => !Object.hasOwn(keywords, keyword) && !keyword.startsWith('x-'),
  );
  return others
    .filter((keyword) => !same(was[keyword], is[keyword]))
    .map((keyword) => unknown(place, `${subjectOf(place)} has ${shown(keyword, is[keyword])}, before ${shown(keyword, was[keyword])}.`));
}
