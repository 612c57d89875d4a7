import { isBinary, parametersOf, requestOf, resolve, type Contract, type Operation, type Parameter } from '../contract/contract.ts';
import { requestExamples } from '../contract/requestExamples.ts';
import { typesOf } from '../contract/schemas/typesOf.ts';
import { checkFieldName, checkSigned, checkVersion } from './checkBody.ts';
import type { Path, Problem } from '../problem.ts';

// What OpenAPI has for lists, objects and bodies within a query, which there are none of.
const UNREAD = ['content', 'style', 'explode', 'allowReserved', 'allowEmptyValue'];

/** Whether a GET has its fields as parameters of its query, the signature's among them. */
export function checkQuery(contract: Contract, operation: Operation, at: Path): Problem[] {
  const { operationId: id, requestBody } = operation;
  if (requestBody !== undefined) {
    const remedy = 'Make parameters of its fields, each with `in: query`, or the operation a POST.';
    return [{ path: [...at, 'requestBody'], says: `${id} is a GET, and has a body.`, remedy }];
  }
  const parameters = parametersOf(contract, operation);
  if (parameters.length === 0) {
    const remedy = 'Add `parameters`, each with `in: query`: the fields of the signature first.';
    return [{ path: at, says: `${id} is a GET, and has no parameters.`, remedy }];
  }
  const inParameters = [...at, 'parameters'];
  const problems = parameters.flatMap((parameter, index) => checkParameter(contract, parameter, [...inParameters, index]));
  if (problems.length > 0) return problems;
  const { schema } = requestOf(contract, operation);
  const placeOf = (name: string): Path => [...inParameters, parameters.findIndex((parameter) => parameter.name === name)];
  const { version } = contract['x-signature'].fields;
  return [
    ...checkSigned(contract, `query of ${id}`, schema, inParameters, inParameters),
    ...checkVersion(contract, id, schema, placeOf(version)),
    ...checkExamples(contract, operation, parameters, placeOf),
  ];
}

function checkParameter(contract: Contract, parameter: Parameter, path: Path): Problem[] {
  const { name, in: place, schema } = parameter;
  if (place !== 'query') {
    const remedy = 'Make it a field of the query: `in: query`. A call of FinAuth says all it has to say there.';
    return [{ path: [...path, 'in'], says: `The parameter ${name} is in the ${place}.`, remedy }];
  }
  const unread = UNREAD.filter((key) => Object.hasOwn(parameter, key));
  if (unread.length > 0) {
    const remedy = 'Take it out: each field of a query is one text, number or flag, percent-encoded.';
    return unread.map((key) => ({ path: [...path, key], says: `Nothing reads the ${key} of the parameter ${name}.`, remedy }));
  }
  return [...checkFieldName(name, [...path, 'name']), ...checkType(contract, name, schema, [...path, 'schema'])];
}

/** A query carries texts, numbers and flags. Of what else it could say, each server has its own way. */
function checkType(contract: Contract, name: string, given: Parameter['schema'] | boolean | undefined, path: Path): Problem[] {
  if (given === undefined || typeof given === 'boolean') {
    return [{ path, says: `${name} has no type: a query has to know how to read it.`, remedy: 'Write a schema with a type.' }];
  }
  const schema = resolve(contract, given);
  const types = typesOf(contract, schema);
  const what = isBinary(schema)
    ? 'is a file'
    : types.size === 7
      ? 'has no type'
      : types.has('array')
        ? 'may be a list'
        : types.has('object')
          ? 'may be an object'
          : types.has('null')
            ? 'may be null'
            : undefined;
  if (what === undefined) return [];
  const remedy = 'Make it a text, a number or a flag, or the operation a POST. A field that has no value is left out.';
  return [{ path, says: `${name} ${what}, and a query can say none.`, remedy }];
}

/** The tests and the docs send the examples. That of the signature is in `signature.yaml`. */
function checkExamples(contract: Contract, operation: Operation, parameters: Parameter[], placeOf: (name: string) => Path): Problem[] {
  const [example] = requestExamples(contract, operation);
  return parameters
    .filter(({ name, required }) => required === true && !Object.hasOwn(example!.value as object, name))
    .map(({ name }) => ({
      path: placeOf(name),
      says: `The parameter ${name} of ${operation.operationId} has no example.`,
      remedy: 'Add an `example`: the tests and the docs send it.',
    }));
}
