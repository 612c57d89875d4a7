import { operationsOf, type Contract } from '../contract.ts';
import type { RedoclyChange } from './redoclyDiff.ts';

/** Where a change lies, in the words of a user. */
export interface ChangePlace {
  /** `The field GetBizTokenRequest.uuid`, `The answer 403 of getBizToken`. */
  name: string;
  /** The type that holds the field, or the operation's request or answer where it has no name. */
  owner: string;
  /** The field's name, with those around it: `box.width`. Nothing where the change is not one of a field. */
  field?: string;
  /** Whether it is something that a user sends. Otherwise it is something that a user gets. */
  isSent: boolean;
}

export function placeOf({ path, base, revision }: RedoclyChange, contract: Contract): ChangePlace {
  const steps = stepsOf(path);
  const [top, address, method, part, status] = steps;
  if (top !== 'paths') return { name: `The spec’s ${steps[0] ?? 'root'}`, owner: 'spec', isSent: false };
  const found = operationsOf(contract).find((each) => each.path === address && each.method === method);
  const operation = found?.operation.operationId ?? `${method?.toUpperCase()} ${address}`;
  const isSent = part === 'requestBody' || part === 'parameters';
  const whole = wholeName(operation, part, status);
  const schema = steps.indexOf('schema');
  if (schema === -1) return { name: whole, owner: whole, isSent };
  const owner = typeNameOf(revision?.pointer ?? base?.pointer) ?? whole.replace(/^The /, 'the ');
  const field = steps
    .slice(schema + 1)
    .filter((step, index, all) => step !== 'properties' || all[index - 1] === 'properties')
    .join('.');
  if (field === '') return { name: `The type ${owner}`, owner, isSent };
  return { name: `The field ${owner}.${field}`, owner, field, isSent };
}

function wholeName(operation: string, part: string | undefined, status: string | undefined): string {
  if (part === 'requestBody') return `The request of ${operation}`;
  if (part === 'responses') return status === undefined ? `The answers of ${operation}` : `The answer ${status} of ${operation}`;
  return `The operation ${operation}`;
}

/** `#/components/schemas/ErrorResponse/required` → `ErrorResponse`. */
function typeNameOf(pointer = ''): string | undefined {
  return /^#\/components\/schemas\/([^/]+)/.exec(pointer)?.[1];
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
