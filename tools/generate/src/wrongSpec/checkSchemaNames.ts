import type { Contract } from '../contract/contract.ts';
import { eachSchema } from '../contract/schemas/eachSchema.ts';
import { ownNames, takenNames } from '../contract/publicNames.ts';
import type { Path, Problem } from '../problem.ts';

/** Whether each schema and each operation can have the name that it has in the generated code, beside all others and what is there by hand. */
export function checkSchemaNames(contract: Contract): Problem[] {
  const places = placesOf(contract);
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { name, owner, kind } of ownNames(contract)) {
    const path = kind === 'schema' ? (places.get(owner) ?? []) : operationPath(contract, owner);
    const subject = kind === 'schema' ? `schema ${owner}` : `operation ${owner}`;
    const remedy = kind === 'schema' ? 'Give the file of the schema another name.' : 'Give the operation another operationId.';
    const clash = takenNames.has(name) ? 'which is taken' : owners.has(name) ? `and so does the ${owners.get(name)}` : undefined;
    if (clash !== undefined) problems.push({ path, isHere: true, says: `The ${subject} becomes ${name} in the code, ${clash}.`, remedy });
    owners.set(name, subject);
  }
  for (const name of Object.keys(contract.components.schemas)) {
    // Any other, hey-api would write in a way of its own.
    if (/^[A-Z][a-z0-9]*(?:[A-Z][a-z0-9]+)*$/.test(name)) continue;
    const remedy = /-\d+$/.test(name)
      ? 'Two files of that name are referred to, in different folders: rename one.'
      : 'Name its file in letters and digits, with one capital for each word, as in GetBizTokenRequest.';
    problems.push({ path: places.get(name) ?? [], isHere: true, says: `${name} cannot be the name of a schema.`, remedy });
  }
  // The first of each place tells enough: one name brings others.
  return problems.filter((problem, index) => problems.findIndex(({ path }) => path.join('/') === problem.path.join('/')) === index);
}

/** Where each named schema is referred to first. */
function placesOf(contract: Contract): Map<string, Path> {
  const places = new Map<string, Path>();
  for (const { schema, path } of eachSchema(contract)) {
    const name = schema.$ref?.split('/').at(-1);
    if (name !== undefined && !places.has(name)) places.set(name, [...path, '$ref']);
  }
  return places;
}

function operationPath(contract: Contract, id: string): Path {
  for (const [path, item] of Object.entries(contract.paths))
    for (const [method, operation] of Object.entries(item))
      if ((operation as { operationId?: string } | undefined)?.operationId === id) return ['paths', path, method, 'operationId'];
  return [];
}
