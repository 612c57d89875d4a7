import type { Call } from '../call.ts';
import { decodeFields } from '../form/decodeFields.ts';
import type { State } from '../state/state.ts';
import { judgeAddress, judgeConcurrency, judgeKeyState, judgePermission, judgeQuota } from './judgeAccount.ts';
import { judgeBad } from './judgeBad.ts';
import { judgeExpiry, judgeReuse, judgeTimes } from './judgeExpiry.ts';
import { judgeFiles } from './judgeFiles.ts';
import { judgeMissing } from './judgeMissing.ts';
import { judgeFailure, judgeScenario } from './judgeOnDemand.ts';
import { judgeDigest, judgeKey, judgeSign } from './judgeSignature.ts';
import { judgeToken } from './judgeToken.ts';
import type { Ruling } from './ruling.ts';

type Judge = (call: Call, state: State) => Ruling | undefined;

/**
 * The order in which a call is judged. The first that finds a fault decides; a call without any fault is accepted.
 * Path and method are judged before all of these, by `judgePath`, since the body of a request to nowhere is not read.
 */
export const judges: readonly (readonly [what: string, judge: Judge])[] = [
  ['a required field is missing', judgeMissing],
  ['a file is not of a type or size that the spec allows', judgeFiles],
  ['a field does not match the spec', judgeBad],
  ['the signature cannot be read', judgeSign],
  ['the API key is not known', judgeKey],
  ['the digest does not match the secret', judgeDigest],
  ['the signature’s times are out of order', judgeTimes],
  ['the signature has expired', judgeExpiry],
  ['a single-use signature was already used', judgeReuse],
  ['the key is disabled', judgeKeyState],
  ['the address is not allowed', judgeAddress],
  ['the test key has no calls left', judgeQuota],
  ['the key has no permission', judgePermission],
  ['too many calls are in flight', judgeConcurrency],
  ['a test ID requests a response', judgeScenario],
  ['a token of another operation was never issued, has expired, was already used, or no phone has ended with it', judgeToken],
  ['the sandbox is set to fail', judgeFailure],
];

/** Judges a call whose form was read. Undefined: it is accepted. */
export function judge(call: Call, state: State): Ruling | undefined {
  Object.assign(call, decodeFields(call.form!, call.route!));
  for (const [, judgeIt] of judges) {
    const ruling = judgeIt(call, state);
    if (ruling !== undefined) return ruling;
  }
  return undefined;
}
