import { isBinary, itemOf, operationsOf, requestOf, resolve, type Contract, type Operation, type Schema } from '../contract/contract.ts';
import { FILE_TYPES, fileSignatures, type FileTypes } from '../contract/fileTypes.ts';
import { scenariosOf } from '../code/generateScenarios.ts';
import { ownFields, saidOf, type OwnField } from '../contract/ownFields.ts';
import { PERSONAL } from '../contract/personalFields.ts';
import { REQUIRED_WHEN } from '../contract/requiredWhen.ts';
import { eachSchema } from '../contract/schemas/eachSchema.ts';
import type { Path, Problem } from '../problem.ts';

/** Whether what we say of fields beyond OpenAPI stands where it is read, and can be meant. */
export function checkFieldExtensions(contract: Contract): Problem[] {
  const fields = ownFields(contract);
  return [
    ...misplaced(contract, fields),
    ...fields.flatMap((own) => [...checkRequiredWhen(contract, own), ...checkFileTypes(contract, own)]),
  ];
}

function misplaced(contract: Contract, fields: OwnField[]): Problem[] {
  const direct = new Set(fields.map(({ schema }) => schema));
  const referred = new Set(fields.map(({ schema }) => resolve(contract, schema)));
  const answers = new Set(operationsOf(contract).flatMap(({ operation }) => answerFields(contract, operation)));
  const remedies: Record<string, [Set<Schema>, string]> = {
    [REQUIRED_WHEN]: [direct, 'Put it at a field of a request, beside its $ref if it has one.'],
    [FILE_TYPES]: [new Set([...direct, ...referred]), 'Put it at a field of a request that is a file.'],
    [PERSONAL]: [new Set([...direct, ...referred, ...answers]), 'Put it at a field of a request, or at one at the top of an answer.'],
  };
  return [...eachSchema(contract)].flatMap(({ schema, path }) =>
    Object.entries(remedies)
      .filter(([keyword, [places]]) => schema[keyword] !== undefined && !places.has(schema))
      .map(([keyword, [, remedy]]) => ({ path: [...path, keyword], says: `The ${keyword} that stands here is not read.`, remedy })),
  );
}

function answerFields(contract: Contract, { responses }: Operation): Schema[] {
  return Object.values(responses).flatMap((response) =>
    Object.values(resolve(contract, response).content ?? {}).flatMap(({ schema }) =>
      Object.values(resolve(contract, schema).properties ?? {}).flatMap((field) => [field, resolve(contract, field)]),
    ),
  );
}

function checkRequiredWhen(contract: Contract, { field, schema, path, operation }: OwnField): Problem[] {
  const said = schema[REQUIRED_WHEN];
  if (said === undefined) return [];
  const at: Path = [...path, REQUIRED_WHEN];
  const { properties = {}, required = [] } = requestOf(contract, operation).schema;
  if (said === null || typeof said !== 'object' || Array.isArray(said) || Object.keys(said).length !== 1)
    return [{ path: at, says: `The ${REQUIRED_WHEN} of ${field} is not one field with one value.`, remedy: 'Write `other_field: value`.' }];
  const [[when, is]] = Object.entries(said) as [[string, unknown]];
  const signed = Object.values(contract['x-signature'].fields);
  if (when === field || signed.includes(when) || !Object.hasOwn(properties, when))
    return [
      { path: [...at, when], says: `${when} is no other field of ${operation.operationId} that a caller gives.`, remedy: 'Name one.' },
    ];
  if (!['string', 'number', 'boolean'].includes(typeof is))
    return [{ path: [...at, when], says: `The value of ${when} is no text, number, true or false.`, remedy: 'Write one of these.' }];
  const { enum: values, const: only } = resolve(contract, properties[when]!) as { enum?: unknown[]; const?: unknown };
  const listed = values ?? (only === undefined ? undefined : [only]);
  if (listed !== undefined && !listed.includes(is))
    return [
      {
        path: [...at, when],
        says: `${when} is never ${JSON.stringify(is)}.`,
        remedy: `Write one of ${listed.map((each) => JSON.stringify(each)).join(', ')}.`,
      },
    ];
  if (required.includes(field))
    return [{ path: at, says: `${field} is required whatever ${when} is.`, remedy: `Take one of the two away.` }];
  return [];
}

function checkFileTypes(contract: Contract, { field, schema, path, operation }: OwnField): Problem[] {
  const said = saidOf(contract, schema, FILE_TYPES);
  if (said === undefined) return [];
  const at: Path = [...path, FILE_TYPES];
  if (!isBinary(itemOf(contract, schema)))
    return [
      {
        path: at,
        says: `${field} is no file, and has ${FILE_TYPES}.`,
        remedy: 'Write `type: string` and `format: binary`, or take it out.',
      },
    ];
  const known = Object.keys(fileSignatures);
  const { allowed, ...answers } = (said ?? {}) as Partial<FileTypes>;
  if (!Array.isArray(allowed) || allowed.length === 0 || allowed.some((type) => !known.includes(type)))
    return [
      {
        path: [...at, 'allowed'],
        says: `The types of ${field} are none that can be told.`,
        remedy: `Write a list of some of ${known.join(', ')}.`,
      },
    ];
  const names = Object.keys(scenariosOf(contract, operation));
  return (['other', 'tooLarge'] as const)
    .filter((key) => (key === 'other' || answers[key] !== undefined) && !names.includes(String(answers[key])))
    .map((key) => ({
      path: [...at, key],
      says: `${operation.operationId} has no answer called ${String(answers[key])}.`,
      remedy: `Write one of ${names.join(', ')}; or add an example of that name to one of its responses.`,
    }));
}
