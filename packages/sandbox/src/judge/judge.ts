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
 * The order in which a call is judged. The first that has something to say decides; a call that none of them stops is accepted.
 * Path and method are judged before all of these, by `judgePath`, since the body of a request to nowhere is not read.
 */
export const judges: readonly (readonly [what: string, judge: Judge])[] = [
  ['a required field is missing', judgeMissing],
  ['a file is not of a type or size that the spec allows', judgeFiles],
  ['a field is not what the spec says', judgeBad],
  ['the signature cannot be read', judgeSign],
  ['the API key is not known', judgeKey],
  ['the digest does not fit the secret', judgeDigest],
  ['the signature’s times are out of order', judgeTimes],
  ['the signature’s time is over', judgeExpiry],
  ['a signature that serves once has served', judgeReuse],
  ['the key is disabled', judgeKeyState],
  ['the address may not call', judgeAddress],
  ['the test key has no calls left', judgeQuota],
  ['the key has no permission', judgePermission],
  ['too many calls are in flight', judgeConcurrency],
  ['the liveness_id asks for an answer', judgeScenario],
  ['a token of another operation was never given, has expired, has been used, or no phone has ended with it', judgeToken],
  ['the sandbox was told to fail', judgeFailure],
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
