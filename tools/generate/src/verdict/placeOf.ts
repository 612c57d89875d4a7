import { operationsOf, type Contract } from '../contract.ts';
import type { RedoclyChange } from './redoclyDiff.ts';
import { unescaped } from './usesOf.ts';

/** Where a change lies, in the words of a user. */
export interface ChangePlace {
  /** `The field GetBizTokenRequest.uuid`, `The answer 403 of getBizToken`. */
  name: string;
  /** The type that holds the field, or the operation's request or answer where it has no name. */
  owner: string;
  /** The field's name, with those around it: `box.width`. Nothing where the change is not one of a field. */
  field?: string;
  /** Whether it is something that a user sends. Otherwise it is something that a user gets. Another use of the same schema has a place of its own. */
  isSent: boolean;
}

export function placeOf({ path, property, base, revision }: RedoclyChange, contract: Contract): ChangePlace {
  const steps = stepsOf(path);
  const [top, address, method, part, status] = steps;
  if (top !== 'paths') return { name: `The spec’s ${steps[0] ?? 'root'}`, owner: 'spec', isSent: false };
  const found = operationsOf(contract).find((each) => each.path === address && each.method === method);
  const operation = found?.operation.operationId ?? `${method?.toUpperCase()} ${address}`;
  const isSent = part === 'requestBody' || part === 'parameters';
  const whole = wholeName(operation, part, status);
  const schema = steps.indexOf('schema');
  if (schema === -1) return { name: whole, owner: whole, isSent };
  // Within a type that has a name, a field is called by its way from there, whoever refers to it.
  const [owner, within] = inType(revision?.pointer ?? base?.pointer, property) ?? [whole.replace(/^The /, 'the '), steps.slice(schema + 1)];
  const field = within.filter((step, index, all) => step !== 'properties' || all[index - 1] === 'properties').join('.');
  if (field === '') return { name: `The type ${owner}`, owner, isSent };
  return { name: `The field ${owner}.${field}`, owner, field, isSent };
}

function wholeName(operation: string, part: string | undefined, status: string | undefined): string {
  if (part === 'requestBody') return `The request of ${operation}`;
  if (part === 'responses') return status === undefined ? `The answers of ${operation}` : `The answer ${status} of ${operation}`;
  return `The operation ${operation}`;
}

/** `#/components/schemas/Box/properties/width/type` → `Box`, and the steps from there to the schema in which something has changed. */
function inType(pointer = '', property: string | undefined): [type: string, within: string[]] | undefined {
  const [components, schemas, type, ...within] = stepsOf(pointer);
  if (components !== 'components' || schemas !== 'schemas' || type === undefined) return undefined;
  return [type, property !== undefined && within.at(-1) === property && within.at(-2) !== 'properties' ? within.slice(0, -1) : within];
}

function stepsOf(pointer: string): string[] {
  return pointer.split('/').slice(1).map(unescaped);
}
