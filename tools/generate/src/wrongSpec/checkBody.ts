import { resolve, type Contract, type Operation, type Schema } from '../contract.ts';
import type { Path, Problem } from './problem.ts';

const FORM = 'multipart/form-data';

/** Whether an operation's body is a form of named fields, the signature's among them. */
export function checkBody(contract: Contract, { operationId: id, requestBody }: Partial<Operation>, at: Path): Problem[] {
  const content = (requestBody && resolve(contract, requestBody))?.content;
  if (!content) {
    return [{ path: at, says: `${id} has no body.`, remedy: `Add a requestBody of ${FORM} with the fields of the signature.` }];
  }
  const inBody = [...at, 'requestBody', 'content'];
  const others = Object.keys(content).filter((mediaType) => mediaType !== FORM);
  if (others.length > 0) {
    return others.map((mediaType) => ({
      path: [...inBody, mediaType],
      says: `The body of ${id} is ${mediaType}.`,
      remedy: `Make it ${FORM} alone: the SDK signs and sends no other.`,
    }));
  }
  const path = [...inBody, FORM, 'schema'];
  const schema = resolve(contract, content[FORM]!.schema ?? {});
  if (schema.type !== 'object' || schema.properties === undefined) {
    const remedy = 'Make it an object, and name its fields one by one, without allOf and the like.';
    return [{ path, says: `The body of ${id} is not an object with properties.`, remedy }];
  }
  const signed = Object.values(contract['x-signature'].fields);
  return [...signed.flatMap((field) => checkSigned(id!, schema, field, path)), ...checkLimits(contract, schema, path)];
}

function checkSigned(id: string, { properties, required }: Schema, field: string, path: Path): Problem[] {
  const because = 'every call of FinAuth is signed in its body.';
  if (!properties?.[field]) {
    const remedy = `Add ${field} to its properties, and to what is required.`;
    return [{ path: [...path, 'properties'], says: `The body of ${id} has no ${field}: ${because}`, remedy }];
  }
  if (required?.includes(field)) return [];
  return [
    {
      path: [...path, 'required'],
      says: `The body of ${id} does not require ${field}: ${because}`,
      remedy: `Add ${field} to what is required.`,
    },
  ];
}

function checkLimits(contract: Contract, { properties = {} }: Schema, path: Path): Problem[] {
  return Object.entries(properties).flatMap(([field, property]) => {
    const limit = resolve(contract, property)['x-maxBytes'];
    if (limit === undefined || (Number.isInteger(limit) && Number(limit) > 0)) return [];
    const at = [...path, 'properties', field, 'x-maxBytes'];
    return [{ path: at, says: `The x-maxBytes of ${field} is no number of bytes.`, remedy: 'Write a whole number above 0.' }];
  });
}
