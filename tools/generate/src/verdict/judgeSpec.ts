import type { Contract } from '../contract.ts';
import { same, verdictOn, wordsChange, type Verdict } from './change.ts';
import { compareErrors } from './compareErrors.ts';
import { compareOperations } from './compareOperations.ts';
import { compareRegions } from './compareRegions.ts';
import { compareSignature } from './compareSignature.ts';
import { describeDiff } from './describeDiff.ts';
import { redoclyDiff } from './redoclyDiff.ts';

/** What has changed between two bundled specs, whether that breaks a user of the SDK, and the bump it calls for. */
export async function judgeSpec(before: Contract, after: Contract): Promise<Verdict> {
  if (same(before, after)) return { bump: 'none', changes: [] };
  const changes = [
    ...compareOperations(before, after),
    ...(same(openApiOf(before), openApiOf(after)) ? [] : describeDiff(await redoclyDiff(before, after), before, after)),
    ...compareErrors(before['x-error-model'], after['x-error-model']),
    ...compareRegions(before.servers, after.servers),
    ...compareSignature(before['x-signature'], after['x-signature']),
  ];
  // Redocly says nothing of the value of an example, nor of the order of a list.
  return verdictOn(changes.length > 0 ? changes : [wordsChange('The examples differ, or the order in which things stand.')]);
}

/** What Redocly has rules for. Where only the rest differs, there is no need to start it. */
function openApiOf(contract: Contract): object {
  return { ...contract, 'x-error-model': undefined, 'x-signature': undefined, servers: undefined };
}
