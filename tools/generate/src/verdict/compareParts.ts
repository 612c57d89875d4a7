import { resolve, type Contract, type Schema } from '../contract/contract.ts';
import { keywords } from '../contract/schemas/keywords.ts';
import { pairs, same, type Change } from './change.ts';
import type { AnySchema, Comparison } from './comparison.ts';
import { narrower, subjectOf, unknown, wider, type Place } from './describeField.ts';

/** What has changed in the schemas that a schema is made of: those of its items and other fields, and those that it is composed of. */
export function compareParts(comparison: Comparison, was: Schema, is: Schema, place: Place): Change[] {
  return [
    ...compareInner(comparison, was, is, place),
    ...comparePrefix(comparison, was, is, place),
    ...compareMaps(comparison, was, is, place),
    ...compareAll(comparison, was, is, place),
    ...compareAny(comparison, was, is, place),
    ...compareConditions(comparison, was, is, place),
  ];
}

/** Of a schema that stands for any value where it is left out. */
function compareInner(comparison: Comparison, was: Schema, is: Schema, place: Place): Change[] {
  return ['items', 'additionalProperties', 'propertyNames'].flatMap((keyword) => {
    const [before, after] = [was[keyword], is[keyword]] as (AnySchema | undefined)[];
    if (same(before, after) && typeof before !== 'object') return [];
    if (isAnything(before) && isAnything(after)) return [];
    const name = { items: 'the items', additionalProperties: 'further fields', propertyNames: 'the names of the fields' }[keyword]!;
    const what = `Of ${lower(subjectOf(place))}, ${name} ${isAnything(after) ? 'may be anything' : after === false ? 'are no longer allowed' : 'have to fit a schema'}.`;
    if (isAnything(before) || after === false) return [narrower(place, what)];
    if (isAnything(after) || before === false) return [wider(place, what)];
    return comparison.compare(comparison, before!, after!, { ...place, field: join(place.field, keyword) });
  });
}

function isAnything(schema: AnySchema | undefined): boolean {
  return schema === undefined || schema === true || (typeof schema === 'object' && Object.keys(schema).length === 0);
}

function comparePrefix(comparison: Comparison, was: Schema, is: Schema, place: Place): Change[] {
  const [before, after] = [was['prefixItems'], is['prefixItems']].map((list) => (list ?? []) as AnySchema[]);
  return Array.from({ length: Math.max(before!.length, after!.length) }, (_, index): Change[] => {
    const [its, now] = [before![index], after![index]];
    const what = `Item ${index} of ${lower(subjectOf(place))} ${now === undefined ? 'may be anything' : 'has to fit a schema of its own'}.`;
    if (its === undefined) return [narrower(place, what)];
    if (now === undefined) return [wider(place, what)];
    return comparison.compare(comparison, its, now, { ...place, field: join(place.field, `prefixItems.${index}`) });
  }).flat();
}

function compareMaps(comparison: Comparison, was: Schema, is: Schema, place: Place): Change[] {
  return ['patternProperties', 'dependentSchemas'].flatMap((keyword) =>
    pairs<AnySchema>(was[keyword] as Record<string, AnySchema>, is[keyword] as Record<string, AnySchema>).flatMap(([key, its, now]) => {
      const what = `In ${lower(subjectOf(place))}, ${keyword} ${key} is ${its === undefined ? 'new' : 'gone'}.`;
      if (its === undefined) return [narrower(place, what)];
      if (now === undefined) return [wider(place, what)];
      return comparison.compare(comparison, its, now, { ...place, field: join(place.field, `${keyword}.${key}`) });
    }),
  );
}

/** All have to fit: one more narrows. Their order means nothing. */
function compareAll(comparison: Comparison, was: Schema, is: Schema, place: Place): Change[] {
  const [gone, come] = unmatched(comparison, was['allOf'] as AnySchema[], is['allOf'] as AnySchema[]);
  if (gone.length === 1 && come.length === 1) return comparison.compare(comparison, gone[0]!, come[0]!, place);
  const subject = subjectOf(place);
  if (gone.length === 0) return come.length === 0 ? [] : [narrower(place, `${subject} has to fit one schema more (allOf).`)];
  if (come.length === 0) return [wider(place, `${subject} has to fit one schema less (allOf).`)];
  return [unknown(place, `${subject} has to fit other schemas (allOf).`)];
}

/** One has to fit: one more widens. */
function compareAny(comparison: Comparison, was: Schema, is: Schema, place: Place): Change[] {
  const [keywordWas, keywordIs] = [was, is].map((schema) => (schema['oneOf'] !== undefined ? 'oneOf' : 'anyOf'));
  if (was['oneOf'] !== undefined && was['anyOf'] !== undefined && !same([was['oneOf'], was['anyOf']], [is['oneOf'], is['anyOf']]))
    return [unknown(place, `${subjectOf(place)} has other forms (anyOf beside oneOf).`)];
  const [before, after] = [was[keywordWas!], is[keywordIs!]] as (AnySchema[] | undefined)[];
  if (before === undefined && after === undefined) return [];
  const subject = subjectOf(place);
  // Whatever is listed beside any text, any text fits.
  if (was['anyOf'] !== undefined && is['anyOf'] !== undefined && isOpen(comparison.before, before) && isOpen(comparison.after, after)) {
    const [gone, come] = unmatched(comparison, before, after);
    const listed = [...gone.map((form) => isListed(comparison.before, form)), ...come.map((form) => isListed(comparison.after, form))];
    if (listed.every(Boolean))
      return listed.length === 0 ? [] : [openChange(place, `${subject} has other values listed, beside any other text.`)];
  }
  if (before === undefined || after === undefined) return [compareWithOne(comparison, was, is, place)];
  const [gone, come] = unmatched(comparison, before, after);
  if (keywordWas !== keywordIs) {
    const what = `${subject} has to fit ${keywordIs === 'oneOf' ? 'exactly' : 'at least'} one of its forms, before ${keywordWas === 'oneOf' ? 'exactly' : 'at least'} one.`;
    if (gone.length + come.length > 0) return [unknown(place, what)];
    return [keywordIs === 'anyOf' ? wider(place, what) : narrower(place, what)];
  }
  if (gone.length === 1 && come.length === 1) return comparison.compare(comparison, gone[0]!, come[0]!, place);
  if (gone.length > 0 && come.length > 0) return [unknown(place, `${subject} has other forms (${keywordIs}).`)];
  return [
    ...(come.length > 0 ? [wider(place, `${subject} has a form more (${keywordIs}).`)] : []),
    ...(gone.length > 0 ? [narrower(place, `${subject} has a form less (${keywordIs}).`)] : []),
  ];
}

/** A schema that comes to be one of several, or is the one that is left. */
function compareWithOne(comparison: Comparison, was: Schema, is: Schema, place: Place): Change {
  const [single, several, contracts] =
    was['anyOf'] === undefined && was['oneOf'] === undefined
      ? ([was, is, [comparison.before, comparison.after]] as const)
      : ([is, was, [comparison.after, comparison.before]] as const);
  const forms = [several['anyOf'], several['oneOf']].flatMap((list) => (list ?? []) as AnySchema[]);
  const what = `${subjectOf(place)} has ${several === is ? 'several forms, before one' : 'one form, before several'}.`;
  const holds = forms.some((form) => same(rulesOf(contracts[1], form), rulesOf(contracts[0], single)));
  const others = Object.keys(several).filter((keyword) => keyword !== 'anyOf' && keyword !== 'oneOf' && keywords[keyword]?.isNote !== true);
  const isBare = Object.keys(single).every((keyword) => keywords[keyword]?.isNote === true);
  if (isBare || same(rulesOf(contracts[0], single), rulesOf(contracts[1], pick(several, others))))
    return several === is ? narrower(place, what) : wider(place, what);
  if (!holds || others.length > 0) return unknown(place, what);
  return several === is ? wider(place, what) : narrower(place, what);
}

function pick(schema: Schema, names: string[]): Schema {
  return Object.fromEntries(names.map((name) => [name, schema[name]]));
}

function openChange(place: Place, what: string): Change {
  const why = 'Any text fitted before, and still does; the listed ones are suggestions.';
  return { subject: 'field', kind: 'changed', what, why, bump: 'minor', operation: place.operation };
}

/** Whether one of the forms is any text at all. */
function isOpen(contract: Contract, forms: AnySchema[] | undefined): boolean {
  return forms?.some((form) => same(rulesOf(contract, form), { type: 'string' })) === true;
}

/** Whether a form is some listed texts and nothing else. */
function isListed(contract: Contract, form: AnySchema): boolean {
  const {
    type,
    enum: values,
    const: only,
    ...rest
  } = (typeof form === 'boolean' ? {} : rulesOf(contract, form)) as Schema & { enum?: unknown[] };
  const listed = values ?? (only === undefined ? [] : [only]);
  return (
    listed.length > 0 &&
    listed.every((value) => typeof value === 'string') &&
    (type === undefined || same(type, 'string')) &&
    Object.keys(rest).length === 0
  );
}

function compareConditions(comparison: Comparison, was: Schema, is: Schema, place: Place): Change[] {
  const conditional = (schema: Schema) =>
    pick(
      schema,
      ['if', 'then', 'else'].filter((keyword) => schema[keyword] !== undefined),
    );
  return (
    [
      ['not', pick(was, was['not'] === undefined ? [] : ['not']), pick(is, is['not'] === undefined ? [] : ['not'])],
      ['if', conditional(was), conditional(is)],
      [
        'contains',
        pick(was, was['contains'] === undefined ? [] : ['contains']),
        pick(is, is['contains'] === undefined ? [] : ['contains']),
      ],
    ] as const
  ).flatMap(([keyword, before, after]) => {
    if (same(rulesOf(comparison.before, before), rulesOf(comparison.after, after))) return [];
    const subject = subjectOf(place);
    if (Object.keys(before).length === 0) return [narrower(place, `${subject} has a rule more (${keyword}).`)];
    if (Object.keys(after).length === 0) return [wider(place, `${subject} has a rule less (${keyword}).`)];
    return [unknown(place, `${subject} has another rule (${keyword}).`)];
  });
}

/** The members of two lists that the other has not, whatever their order and their notes. */
function unmatched({ before, after }: Comparison, was: AnySchema[] = [], is: AnySchema[] = []): [gone: AnySchema[], come: AnySchema[]] {
  const old = was.map((schema) => JSON.stringify(rulesOf(before, schema)));
  const now = is.map((schema) => JSON.stringify(rulesOf(after, schema)));
  return [was.filter((_, index) => !now.includes(old[index]!)), is.filter((_, index) => !old.includes(now[index]!))];
}

/** A schema with its references followed, without its notes, and in one order, so that two can be compared. */
function rulesOf(contract: Contract, schema: AnySchema, depth = 0): unknown {
  if (typeof schema === 'boolean') return schema;
  if (depth > 8) return schema.$ref ?? '…';
  const kept = Object.entries(resolve(contract, schema)).filter(
    ([keyword]) => keywords[keyword]?.isNote !== true && !(keyword.startsWith('x-') && keyword !== 'x-maxBytes'),
  );
  const rules = kept.map(([keyword, value]) => {
    const { holds } = keywords[keyword] ?? { holds: 'value' };
    const inner = (each: AnySchema) => rulesOf(contract, each, depth + 1);
    if (holds === 'schema') return [keyword, inner(value as AnySchema)] as const;
    if (holds === 'schemas') return [keyword, (value as AnySchema[]).map(inner)] as const;
    if (holds === 'map')
      return [
        keyword,
        Object.fromEntries(
          Object.entries(value as object)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, each]) => [key, inner(each as AnySchema)]),
        ),
      ] as const;
    const isSet = Array.isArray(value) && (keyword === 'required' || keyword === 'enum' || keyword === 'type');
    return [keyword, isSet ? [...(value as unknown[])].sort() : value] as const;
  });
  return Object.fromEntries(rules.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function join(field: string, step: string): string {
  return field === '' ? step : `${field}.${step}`;
}

function lower(subject: string): string {
  return subject.charAt(0).toLowerCase() + subject.slice(1);
}
