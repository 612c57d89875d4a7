import { isBinary, operationsOf, parametersOf, requestOf, resolve, type Contract, type Operation } from '../contract/contract.ts';
import { scenariosOf } from '../code/generateScenarios.ts';
import { eachSchema } from '../contract/schemas/eachSchema.ts';
import { typesOf } from '../contract/schemas/typesOf.ts';
import { givenTokens, takenTokens, tokenStates, type TakesToken } from '../contract/tokens.ts';
import type { Path, Problem } from '../problem.ts';

const KEYWORD = 'x-takesToken';

/** Whether each field that takes a token says which, and what is answered to one that is no good. */
export function checkTokens(contract: Contract): Problem[] {
  const misplaced = [...eachSchema(contract)]
    .filter(({ schema, path, use, depth }) => schema[KEYWORD] !== undefined && !(use === 'request' && depth === 1 && isField(path)))
    .map(({ path }) => ({
      path: [...path, KEYWORD],
      says: 'What stands here takes no token.',
      remedy: `Put ${KEYWORD} at a field of a request: one of its own, not within another, and not within allOf, anyOf or oneOf.`,
    }));
  if (misplaced.length > 0) return misplaced;
  return operationsOf(contract).flatMap(({ path, method, operation }) =>
    takenTokens(contract, operation).flatMap(({ field, of }) =>
      checkField(contract, operation, field, of, [...placeOf(contract, operation, field, ['paths', path, method]), KEYWORD]),
    ),
  );
}

function isField(path: Path): boolean {
  return path.at(-2) === 'properties' || (path.at(-3) === 'parameters' && path.at(-1) === 'schema');
}

function placeOf(contract: Contract, operation: Operation, field: string, at: Path): Path {
  const { mediaType } = requestOf(contract, operation);
  if (mediaType !== undefined) return [...at, 'requestBody', 'content', mediaType, 'schema', 'properties', field];
  return [...at, 'parameters', parametersOf(contract, operation).findIndex(({ name }) => name === field), 'schema'];
}

function checkField(contract: Contract, operation: Operation, field: string, of: TakesToken, path: Path): Problem[] {
  const { operationId: id } = operation;
  const schema = requestOf(contract, operation).schema.properties![field]!;
  const types = [...typesOf(contract, schema)];
  if (types.length !== 1 || types[0] !== 'string' || isBinary(resolve(contract, schema)))
    return [{ path, says: `${field} is no text, and takes a token.`, remedy: 'Write `type: string`.' }];
  if (of === null || typeof of !== 'object' || Array.isArray(of)) {
    const remedy = `Write below it \`from\`, and the name of an answer for ${tokenStates.join(', ')}.`;
    return [{ path, says: `The ${KEYWORD} of ${field} is no map of keys and values.`, remedy }];
  }
  const known = ['from', 'field', ...tokenStates];
  const wrong = Object.entries(of).find(([key, value]) => !known.includes(key) || typeof value !== 'string');
  if (wrong !== undefined) {
    const [key] = wrong;
    const says = known.includes(key) ? `The ${key} of ${KEYWORD} is no name.` : `${KEYWORD} has a key ${key} that nothing reads.`;
    return [{ path: [...path, key], says, remedy: `It has ${known.join(', ')}, each with a name.` }];
  }
  const missing = ['from', 'neverIssued'].find((key) => !Object.hasOwn(of, key));
  if (missing !== undefined) {
    const what = missing === 'from' ? 'the ID of the operation that gives the token' : 'the answer to a token that nobody gave';
    return [{ path, says: `The ${KEYWORD} of ${field} has no ${missing}.`, remedy: `Add it: ${what}.` }];
  }
  return [...checkGiver(contract, of, path), ...checkAnswers(contract, operation, id, of, path)];
}

function checkGiver(contract: Contract, { from, field }: TakesToken, path: Path): Problem[] {
  const all = operationsOf(contract).map((each) => each.operation);
  const giver = all.find(({ operationId }) => operationId === from);
  if (giver === undefined) {
    const remedy = `Write one of ${all.map(({ operationId }) => operationId).join(', ')}.`;
    return [{ path: [...path, 'from'], says: `There is no operation ${from}.`, remedy }];
  }
  const tokens = Object.keys(givenTokens(contract, giver));
  if (tokens.length === 0) {
    const remedy = 'Add x-lifetimeSeconds to the field of its answer that is the token, and the field to its first example.';
    return [{ path: [...path, 'from'], says: `${from} gives no token.`, remedy }];
  }
  if (field === undefined ? tokens.length > 1 : !tokens.includes(field)) {
    const says = field === undefined ? `${from} gives more than one token.` : `${field} is no token of ${from}.`;
    return [{ path: [...path, field === undefined ? 'from' : 'field'], says, remedy: `Write \`field\` with ${tokens.join(' or ')}.` }];
  }
  return [];
}

function checkAnswers(contract: Contract, operation: Operation, id: string, of: TakesToken, path: Path): Problem[] {
  const names = Object.keys(scenariosOf(contract, operation));
  return tokenStates
    .filter((state) => of[state] !== undefined && !names.includes(of[state]))
    .map((state) => ({
      path: [...path, state],
      says: `${id} has no answer called ${of[state]}.`,
      remedy: `Write one of ${names.join(', ')}; or add an example of that name to one of its responses.`,
    }));
}
