import type { Contract } from '../contract/contract.ts';
import { merged, same, verdictOn, type Change, type Verdict } from './change.ts';
import { compareDocument } from './compareDocument.ts';
import { compareErrors } from './compareErrors.ts';
import { compareNames } from './compareNames.ts';
import { compareOperationErrors } from './compareOperationErrors.ts';
import { compareOperations } from './compareOperations.ts';
import { compareRegions } from './compareRegions.ts';
import { compareResults } from './compareResults.ts';
import { compareSignature } from './compareSignature.ts';
import { judgePreviews } from './judgePreviews.ts';

/** What has changed between two bundled specs, whether that breaks a user of the SDK, and the bump it calls for. */
export function judgeSpec(before: Contract, after: Contract): Verdict {
  if (same(before, after)) return { bump: 'none', changes: [] };
  const all = merged([
    ...compareOperations(before, after),
    ...compareNames(before, after),
    ...compareOperationErrors(before, after),
    ...compareErrors(before, after),
    ...compareResults(before['x-results'], after['x-results']),
    ...compareRegions(before.servers, after.servers),
    ...compareSignature(before['x-signature'], after['x-signature']),
    ...compareDocument(before, after),
  ]);
  const changes = judgePreviews(all, before, after);
  return verdictOn(changes.length > 0 || !differ(before, after) ? changes : [unexplained]);
}

/** Parts that no operation refers to make no difference to anybody. */
function differ(before: Contract, after: Contract): boolean {
  const used = (contract: Contract) => plain({ ...contract, components: { schemas: contract.components?.schemas } });
  return !same(used(before), used(after));
}

/** A composition of one schema is that schema. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (node === null || typeof node !== 'object') return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plain(value)]));
  for (const list of ['allOf', 'anyOf', 'oneOf']) {
    const members = copy[list];
    if (!Array.isArray(members) || members.length !== 1 || typeof members[0] !== 'object') continue;
    const { [list]: _, ...rest } = copy;
    return { ...(members[0] as object), ...rest };
  }
  return copy;
}

const unexplained: Change = {
  subject: 'operation',
  kind: 'changed',
  what: 'The spec differs in something that no rule looks at.',
  why: 'Nobody knows what it means for users, so it counts as a break. Compare it with spec/released/openapi.json.',
  bump: 'major',
};
