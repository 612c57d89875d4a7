import { operationsOf, refName, resolve, type Contract, type Operation } from './contract.ts';

/** The only stability that is written down: an operation without one is stable. */
export const PREVIEW = 'preview';

/** What a preview is, as a tag of TSDoc. */
export const EXPERIMENTAL = "@experimental A preview: FinAuth's documentation does not cover it, and a minor version may change it.";

/** The tags of TSDoc for whatever belongs to an operation. */
export function tagsOf({ deprecated, 'x-stability': stability }: Operation): string[] {
  return [...(deprecated ? ['@deprecated It will be removed.'] : []), ...(stability === PREVIEW ? [EXPERIMENTAL] : [])];
}

/** The IDs of the operations that are previews. */
export function previewsOf(contract: Contract): string[] {
  const previews = operationsOf(contract).filter(({ operation }) => operation['x-stability'] === PREVIEW);
  return previews.map(({ operation }) => operation.operationId);
}

/** The IDs of the operations that take or give a value of each named schema, by the schema's name. */
export function usersOfSchemas(contract: Contract): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const { operation } of operationsOf(contract))
    for (const name of namesWithin(contract, operation)) users.set(name, [...(users.get(name) ?? []), operation.operationId]);
  return users;
}

/** The names of the schemas that only previews use. */
export function previewSchemas(contract: Contract): ReadonlySet<string> {
  const previews = previewsOf(contract);
  const own = [...usersOfSchemas(contract)].filter(([, users]) => users.every((id) => previews.includes(id)));
  return new Set(own.map(([name]) => name));
}

/** The names of the schemas in a part of the document, with all that it refers to. */
function namesWithin(contract: Contract, part: unknown): Set<string> {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const waiting = [part];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === null || typeof node !== 'object' || seen.has(node)) continue;
    seen.add(node);
    const { $ref: ref } = node as { $ref?: string };
    if (typeof ref === 'string' && ref.startsWith('#/components/')) {
      if (ref.startsWith('#/components/schemas/')) names.add(refName({ $ref: ref })!);
      waiting.push(resolve(contract, node));
    } else waiting.push(...Object.values(node));
  }
  return names;
}
