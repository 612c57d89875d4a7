import { shownName } from './shownName.ts';

/** What is wrong with one field. */
export interface Issue {
  /** The field, as a path if it is nested (`images.0`); `value` if the whole value is meant. */
  readonly field: string;
  /** The rule that it breaks: a schema keyword, such as `required` or `x-maxBytes`, or for the SDK's own checks a name such as `lineBreak`. */
  readonly rule: string;
  /** What the rule requires, what was found, and what to do; without the value itself. */
  readonly message: string;
}

/** An error as ajv's generated code reports it. */
export interface CheckError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Puts an error of ajv's into words. The value goes into none of them: it may be somebody's personal data. */
export function explain({ instancePath, keyword, params }: CheckError, value: unknown): Issue {
  const path = instancePath.split('/').slice(1).map(unescape);
  const own = OWN_FIELD[keyword];
  const field = [...path.map(step), ...(own === undefined ? [] : [nameOf(keyword, String(params[own]))])].join('.') || 'value';
  return { field, rule: keyword, message: `${field} ${say(keyword, params, at(value, path))}` };
}

/** The names of the spec are short. But a step may be a key of a map, which is the caller's, or the server's. */
const LONGEST_STEP = 100;
const step = (name: string): string => shownName(name, LONGEST_STEP);

/** Of all rules that name a field, one is about a name that is not the spec's. */
const nameOf = (keyword: string, name: string): string => (keyword === 'additionalProperties' ? shownName(name) : name);

/** Rules that are about a field of the value they are checked on, and the parameter that names it. */
const OWN_FIELD: Readonly<Record<string, string>> = {
  required: 'missingProperty',
  additionalProperties: 'additionalProperty',
  dependentRequired: 'missingProperty',
  'x-requiredWhen': 'missingProperty',
};

function say(keyword: string, params: CheckError['params'], value: unknown): string {
  switch (keyword) {
    case 'required':
      return 'is required and missing: add it';
    case 'additionalProperties':
      return 'is not a field that belongs here: check its spelling, or leave it out';
    case 'dependentRequired':
      return `is missing, and ${params.property} needs it: add it, or leave ${params.property} out`;
    case 'x-requiredWhen':
      return `is missing, and required where ${params.property} is ${JSON.stringify(params.value)}: add it`;
    case 'type':
      return `must be of type ${[params.type].flat().join(' or ')}, and is ${kindOf(value)}`;
    case 'x-binary':
      return `must be a Blob or File, and is ${kindOf(value)}: pass new Blob([bytes])`;
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).map((allowed) => JSON.stringify(allowed)).join(', ')}`;
    case 'minLength':
      return params.limit === 1 ? 'must not be empty' : `must be at least ${params.limit} characters long`;
    case 'maxLength':
      return `must be at most ${params.limit} characters long: shorten it`;
    case 'x-maxBytes':
      return typeof value === 'string'
        ? `must be at most ${params.limit} bytes long as UTF-8, and is ${params.bytes} bytes: shorten it (bytes count, not characters)`
        : `must be a file of at most ${params.limit} bytes, and has ${params.bytes} bytes: send a smaller one`;
    case 'pattern':
      return `must match the regular expression ${params.pattern}`;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `must be ${COMPARISONS[String(params.comparison)]} ${params.limit}`;
    case 'multipleOf':
      return `must be a multiple of ${params.multipleOf}`;
    case 'minItems':
      return `must have at least ${things(params.limit, 'item')}`;
    case 'maxItems':
      return `must have at most ${things(params.limit, 'item')}`;
    case 'uniqueItems':
      return `must not have the same item twice: items ${params.j} and ${params.i} are equal`;
    case 'contains':
      return `must have ${params.maxContains === undefined ? 'at least' : `${params.minContains} to`} ${things(params.maxContains ?? params.minContains, 'item')} of the kind that the API describes`;
    case 'minProperties':
      return `must have at least ${things(params.limit, 'field')}`;
    case 'maxProperties':
      return `must have at most ${things(params.limit, 'field')}`;
    case 'propertyNames':
      return 'has a field whose name the API does not allow: check its spelling';
    case 'anyOf':
      return 'must fit at least one of the forms that the API describes, and fits none';
    case 'oneOf':
      return `must fit exactly one of the forms that the API describes, and fits ${params.passingSchemas ? 'more than one' : 'none'}`;
    case 'not':
      return 'must not have the form that the API rules out';
    case 'if':
      return 'does not have the form that the API describes for a value like this one';
    case 'false schema':
      return 'must be left out: the API allows no value here';
    default:
      return `does not fit the API’s description: the rule ${keyword} does not hold`;
  }
}

const COMPARISONS: Readonly<Record<string, string>> = { '>=': 'at least', '<=': 'at most', '>': 'more than', '<': 'less than' };

function things(count: unknown, thing: string): string {
  return `${String(count)} ${thing}${count === 1 ? '' : 's'}`;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function at(value: unknown, path: string[]): unknown {
  return path.reduce((node, key) => (node as Record<string, unknown> | null | undefined)?.[key], value);
}

/** A step of a JSON Pointer as the key it stands for. */
function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
