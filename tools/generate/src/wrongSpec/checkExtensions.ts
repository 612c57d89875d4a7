import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Contract } from '../contract/contract.ts';
import { extensionSchemas } from './extensionSchemas.ts';
import type { Path, Problem } from '../problem.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });

/** Whether the error model, the results, the signature and the sources have the form that the generator reads. A spec may be from before there were some of them: `later`. */
export function checkExtensions(contract: Contract, later: readonly string[] = []): Problem[] {
  return Object.entries(extensionSchemas).flatMap(([name, schema]) => {
    const value = (contract as unknown as Record<string, unknown>)[name];
    if (value === undefined && later.includes(name)) return [];
    if (value === undefined) {
      return [{ path: [], says: `openapi.yaml has no ${name}.`, remedy: `Put it back: without ${name} there is nothing to make code of.` }];
    }
    const validate = ajv.compile(schema);
    return validate(value)
      ? []
      : validate.errors!.filter(({ keyword }) => keyword !== 'propertyNames').map((error) => problem(name, error));
  });
}

function problem(extension: string, { keyword, instancePath, params, propertyName }: ErrorObject): Problem {
  const path: Path = [
    extension,
    ...instancePath
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
  ];
  const subject = path.length === 1 ? extension : path.slice(2).join('.') || String(path.at(-1));
  const given = params as Record<string, unknown>;
  if (propertyName !== undefined) {
    return {
      path: [...path, propertyName],
      says: `${propertyName} cannot be a name here.`,
      remedy: nameRemedy(extension, String(given['pattern'])),
    };
  }
  switch (keyword) {
    case 'required':
      return {
        path,
        says: `${subject} has no ${String(given['missingProperty'])}.`,
        remedy: `Add ${String(given['missingProperty'])} to it.`,
      };
    case 'enum':
      return {
        path,
        says: `${subject} is none of the values it may have.`,
        remedy: `Write one of ${(given['allowedValues'] as string[]).join(', ')}.`,
      };
    case 'additionalProperties': {
      const name = String(given['additionalProperty']);
      return {
        path: [...path, name],
        says: `${subject} has a key ${name} that nothing reads.`,
        remedy: 'Correct the name of the key, or remove it.',
      };
    }
    case 'type':
      return { path, says: `${subject} is not of the type it has to be.`, remedy: `Make it ${describeType(String(given['type']))}.` };
    case 'pattern':
      if (String(given['pattern']).startsWith('^[a-z]'))
        return { path, says: `${subject} is no name of a kind.`, remedy: 'Write small letters and _, a letter first.' };
      if (given['pattern'] !== '\\S')
        return { path, says: `${subject} is not written as it has to be.`, remedy: 'Write it without white space, & and =.' };
      return { path, says: `${subject} is empty.`, remedy: 'Write a sentence: users get to read it.' };
    case 'minItems':
      return { path, says: `${subject} is an empty list.`, remedy: 'Write at least one entry.' };
    case 'minLength':
      return { path, says: `${subject} is empty.`, remedy: 'Write a sentence: users get to read it.' };
    case 'minimum':
    case 'maximum':
      return {
        path,
        says: `${subject} is not a number it may be.`,
        remedy: `Make it ${String(given['comparison'])} ${String(given['limit'])}.`,
      };
    default:
      return { path, says: `${subject} is not as it has to be (${keyword}).`, remedy: 'Compare it with the entries around it.' };
  }
}

function nameRemedy(extension: string, pattern: string): string {
  if (extension === 'x-results' && pattern.includes('d+')) return 'Write a code: digits alone.';
  if (pattern.includes('A-Z')) return 'Write codes and reasons in capitals, digits and underscores, as FinAuth sends them.';
  return extension === 'x-sources' ? 'Write small letters, digits, _ and -, a letter first.' : 'Write a status between 400 and 599.';
}

function describeType(type: string): string {
  const described: Record<string, string> = {
    object: 'a map of keys and values',
    array: 'a list',
    integer: 'a whole number',
    string: 'a text',
  };
  return described[type] ?? `a ${type}`;
}
