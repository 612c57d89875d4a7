import type { Call } from '../call.ts';
import type { State } from '../state/state.ts';
import { refuse, refuseFor, type Refusal } from './ruling.ts';
import { isAllowed } from '../state/settings.ts';

/** The key has to be enabled. */
export function judgeKeyState(_call: Call, { settings }: State): Refusal | undefined {
  if (settings.keyState === 'enabled') return undefined;
  return refuseFor('API_KEY_BE_DISCONTINUED', {
    message: 'The sandbox is set to treat this key as disabled.',
    expected: 'an enabled key',
    got: 'a disabled one',
  });
}

/** The caller's address has to be one of those that may call. */
export function judgeAddress({ address }: Call, { settings: { allowedAddresses } }: State): Refusal | undefined {
  if (allowedAddresses === null || isAllowed(address, allowedAddresses)) return undefined;
  return refuseFor('IP_NOT_ALLOWED', {
    message: 'The call came from an address that the sandbox is set to refuse.',
    expected: allowedAddresses.join(', ') || 'no address at all',
    got: address,
  });
}

/** A test key has to have calls left. */
export function judgeQuota(_call: Call, { settings: { quota } }: State): Refusal | undefined {
  if (quota !== 0) return undefined;
  return refuseFor('LIMIT_REACHED', {
    message: 'The test key has used up the calls that the sandbox is set to allow.',
    expected: 'a call that is left',
    got: 'none',
  });
}

/** The key has to have permission. */
export function judgePermission(_call: Call, { settings }: State): Refusal | undefined {
  if (settings.permitted) return undefined;
  return refuseFor('DENIED', {
    message: 'The sandbox is set to deny this key the API.',
    expected: 'a key with permission',
    got: 'one without',
  });
}

/** There must not be too many calls at work. */
export function judgeConcurrency(_call: Call, { settings: { maxConcurrent }, atWork }: State): Refusal | undefined {
  if (maxConcurrent === null || atWork < maxConcurrent) return undefined;
  return refuse('CONCURRENCY_LIMIT_EXCEEDED', {
    message: 'Too many calls are in flight at once.',
    expected: `at most ${maxConcurrent}`,
    got: `${atWork + 1}`,
  });
}
