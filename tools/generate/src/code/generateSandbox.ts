import { exampleAnswerOf } from '../contract/exampleAnswer.ts';
import {
  isBinary,
  itemOf,
  operationsOf,
  requestOf,
  resolve,
  successOf,
  type Contract,
  type Operation,
  type Schema,
} from '../contract/contract.ts';
import { fileSignatures, fileTypesOf } from '../contract/fileTypes.ts';
import { generateOutcomes } from './generateOutcomes.ts';
import { generateScenarios } from './generateScenarios.ts';
import { requestName } from '../contract/validatorSubjects.ts';
import { saidOf } from '../contract/ownFields.ts';
import { PERSONAL } from '../contract/personalFields.ts';
import { typesOf } from '../contract/schemas/typesOf.ts';
import { givenTokens, takenTokens } from '../contract/tokens.ts';
import { header, literal } from '../typescriptText.ts';
import type { Outputs } from '../files/outputs.ts';

/** What the sandbox serves: a route for each operation, and a scenario for each of its answers. */
export function generateSandbox(contract: Contract): Outputs {
  return new Map([
    ['routes.ts', routes(contract)],
    ['scenarios.ts', generateScenarios(contract)],
    ['outcomes.ts', generateOutcomes(contract)],
  ]);
}

function routes(contract: Contract): string {
  const all = operationsOf(contract);
  const validators = [...new Set(all.map(({ operation }) => `validate${requestName(contract, operation)}`))].sort();
  const rows = all.map(({ path, method, operation }) => {
    const { encoding, schema } = requestOf(contract, operation);
    const facts = {
      operationId: operation.operationId,
      summary: operation.summary,
      method: method.toUpperCase(),
      path,
      encoding,
      fields: Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, fieldOf(contract, field)])),
      required: schema.required ?? [],
      scenarioField: scenarioField(contract, operation),
      takes: takes(contract, operation),
      success: success(contract, operation),
    };
    return literal(facts, '  ').replace(/\n {2}\}$/, `\n    validate: validate${requestName(contract, operation)},\n  }`);
  });
  return `${header}
import { ${validators.join(', ')} } from '@finauth-sdk/validator';
import type { Route } from '../api/route.ts';

/** Every operation of the API, as something to be served. */
export const routes: readonly Route[] = [
${rows.map((row) => `  ${row},\n`).join('')}];
`;
}

/** How a part of a form, or of a query, becomes a value of this schema. */
function fieldOf(contract: Contract, field: Schema): { kind: string; many: boolean; maxBytes?: number; isPersonal?: true; types?: object } {
  const item = itemOf(contract, field);
  const limit = item['x-maxBytes'] as number | undefined;
  const types = fileTypesOf(contract, field);
  return {
    kind: kindOf(contract, item),
    many: resolve(contract, field).type === 'array',
    ...(limit !== undefined && { maxBytes: limit }),
    ...(saidOf(contract, field, PERSONAL) === true && { isPersonal: true }),
    ...(types !== undefined && {
      types: {
        beginnings: Object.fromEntries(types.allowed.map((type) => [type, fileSignatures[type]])),
        other: types.other,
        tooLarge: types.tooLarge,
      },
    }),
  };
}

/** What may be text is: whatever a form carries can be read as that. */
function kindOf(contract: Contract, schema: Schema): string {
  if (isBinary(schema)) return 'file';
  const types = [...typesOf(contract, schema)];
  if (types.includes('string')) return 'text';
  if (types.every((type) => type === 'integer' || type === 'number')) return 'number';
  return types.every((type) => type === 'boolean') ? 'boolean' : 'json';
}

/** The field that takes a test ID: the first required text that is not the signature's, and a token only if there is no other, so that a test can send one too. */
export function scenarioField(contract: Contract, operation: Operation): string | undefined {
  const { fields } = contract['x-signature'];
  const { schema } = requestOf(contract, operation);
  const texts = (schema.required ?? []).filter(
    (name) => !Object.values(fields).includes(name) && fieldOf(contract, schema.properties?.[name] ?? {}).kind === 'text',
  );
  const tokens = takenTokens(contract, operation).map(({ field }) => field);
  return texts.find((name) => !tokens.includes(name)) ?? texts[0];
}

/** The fields in which it takes a token, each with the operation and the field that the token is from, and the answers to one that is no good. */
function takes(contract: Contract, operation: Operation): object[] {
  return takenTokens(contract, operation).map(({ field, of: { from, field: named, ...answers } }) => {
    const giver = operationsOf(contract).find((each) => each.operation.operationId === from)!.operation;
    return { field, from: { operation: from, field: named ?? Object.keys(givenTokens(contract, giver))[0]! }, answers };
  });
}

/** The spec's example of success, and which of its fields are new with each call. */
function success(contract: Contract, operation: Operation): object {
  const status = successOf(operation);
  const example = exampleAnswerOf(contract, operation);
  const tokens = givenTokens(contract, operation);
  const unique = Object.entries(example).flatMap(([name, value]) =>
    typeof value === 'string' && isUnique(value) && !(name in tokens) ? [name] : [],
  );
  return { status: Number(status), example, tokens, unique };
}

/** FinAuth's IDs are a time, a comma and a UUID. */
function isUnique(value: string): boolean {
  return /^\d+,[0-9a-f-]{36}$/.test(value);
}
