import type { KnownErrorReason } from '@finauth-sdk/client';
import type { FinAuthApiError } from '../errors.ts';
import { serverTimeOf } from './httpDate.ts';

/** What a signature is dated by. */
export interface Reading {
  /** Milliseconds since 1970, with what has been learnt of the local clock's error. */
  readonly time: number;
  /** How far ahead of the local clock that is. */
  readonly offsetMs: number;
  /** No call that was signed with this offset has succeeded yet. */
  readonly isTrial: boolean;
  readonly localTime: number;
  readonly readAt: number;
}

/** Told of each change of the offset that calls are signed with. */
export type Learnt = (offsetMs: number) => void;

/**
 * The time as FinAuth has it. An offset that a refused signature has shown is tried by one call, and kept once that has succeeded. One that is kept goes with the
 * next refusal of a signature, or with the next answer whose Date disagrees.
 */
export interface Clock {
  /** @param trialMs The offset to try. Default: the one that is kept, 0 for none. */
  read(trialMs?: number): Reading;
  /** A signature was taken. */
  succeeded(reading: Reading, headers: () => Headers, learnt: Learnt): void;
  /** The API answered with an error: perhaps of the signature. */
  refused(reading: Reading, error: FinAuthApiError, learnt: Learnt): void;
  /** The offset to sign the next attempt with, where a signature made with it is better than the refused one. */
  trialAfter(error: FinAuthApiError): number | undefined;
  /** Has the next call try an offset, for this one has no attempt left. */
  leave(trialMs: number): void;
}

export interface ClockOptions {
  /** The local clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds since whenever, by a clock that nobody sets. */
  readonly elapsed: () => number;
  /** For how long signatures are good; undefined for those that serve once. */
  readonly windowSeconds: number | undefined;
}

// A Date header has whole seconds, and so has a signature. Clocks that are closer than this agree.
const LEAST_TOLERANCE_MS = 1_000;
const MOST_TOLERANCE_MS = 5_000;
// A wrong time zone makes up to 14 hours. A signature that is dated ahead is good for longer, so what is further ahead is not believed, be it the local clock or
// the Date that is wrong. One that is dated behind only expires sooner.
export const MOST_AHEAD_MS: number = 24 * 3_600_000;
// Where the local clock is all there is to measure by: what takes longer is no exchange but a jump of that clock.
const LONGEST_EXCHANGE_MS = 60_000;
// What a server may call a signature from the future.
const INVALID: KnownErrorReason = 'INVALID_SIGN';

/** The offsets that an answer allows: its Date is of a time between the request and the answer. */
interface Found {
  readonly least: number;
  readonly most: number;
  /** By how much the local clock was set forward in the meantime. */
  readonly jumpMs: number;
}

export function createClock({ now, elapsed, windowSeconds = 0 }: ClockOptions): Clock {
  // A fraction of the window, or whoever is off by as much as the window would not be corrected.
  const tolerance = Math.min(MOST_TOLERANCE_MS, Math.max(LEAST_TOLERANCE_MS, windowSeconds * 250));
  const trials = new WeakMap<FinAuthApiError, number>();
  let kept = 0;
  // When the kept offset was last seen to be right, by both clocks.
  let seenAt = { localTime: 0, readAt: 0 };
  let left: number | undefined;
  let told = 0;
  // The kept offset has ended, and nobody was there to be told.
  let isUntold = false;

  function find({ localTime, readAt }: Reading, aheadMs: number): Found {
    const measured = elapsed() - readAt;
    const lasted = measured >= 0 && measured < LONGEST_EXCHANGE_MS ? measured : 0;
    return { least: aheadMs, most: aheadMs + lasted, jumpMs: now() - localTime - lasted };
  }
  const agree = (offset: number, { least, most }: Found): boolean => offset >= least - tolerance && offset <= most + tolerance;
  const isClose = (one: number, other: number): boolean => Math.abs(one - other) <= tolerance;

  function keep(offset: number): void {
    kept = isClose(offset, 0) || offset > MOST_AHEAD_MS ? 0 : offset;
    seenAt = { localTime: now(), readAt: elapsed() };
  }

  /** Renews the correction in force by an answer's Date, or ends it. */
  function review(found: Found | undefined): void {
    if (kept === 0 || found === undefined) return;
    keep(agree(kept, found) ? Math.min(Math.max(kept, found.least), found.most) : 0);
  }

  /** Whether the local clock has been set since, by as much as the correction in force. */
  function isSetRight(): boolean {
    return kept !== 0 && isClose(kept, now() - seenAt.localTime - (elapsed() - seenAt.readAt));
  }

  /** Tells of an offset that is to be tried, and of a kept one that has changed. */
  function tell(before: number, learnt: Learnt, trial?: number): void {
    const next = trial ?? kept;
    if ((trial !== undefined || before !== 0 || isUntold) && !isClose(next, told)) learnt(next);
    told = next;
    isUntold = false;
  }

  return {
    read(trialMs = left) {
      left = undefined;
      if (isSetRight()) {
        kept = 0;
        isUntold = true;
      }
      const [localTime, readAt, offsetMs] = [now(), elapsed(), trialMs ?? kept];
      return { time: localTime + offsetMs, offsetMs, isTrial: offsetMs !== kept, localTime, readAt };
    },

    succeeded(reading, headers, learnt) {
      // Headers cost more than all the rest of this.
      if (kept === 0 && !reading.isTrial && !isUntold) return;
      const before = kept;
      const serverTime = serverTimeOf(headers(), now());
      if (reading.isTrial) keep(reading.offsetMs);
      review(serverTime === undefined ? undefined : find(reading, serverTime - now()));
      tell(before, learnt);
    },

    refused(reading, error, learnt) {
      const before = kept;
      const found = error.clockOffsetMs === undefined ? undefined : find(reading, error.clockOffsetMs);
      // As the local clock is now, which may have been set since the signature was made.
      const dated = found === undefined ? 0 : reading.offsetMs - found.jumpMs;
      const isWrong = found !== undefined && !agree(dated, found);
      const isFuture = isWrong && dated > found.most && error.detail === INVALID;
      if (error.retry !== 'fresh_signature' && !isFuture) {
        review(found);
        return tell(before, learnt);
      }
      if (reading.offsetMs === kept) kept = 0;
      const better = isWrong ? middleOf(found) : kept;
      const isUseful = better <= MOST_AHEAD_MS && (isWrong || better !== reading.offsetMs);
      if (isUseful) trials.set(error, better);
      tell(before, learnt, isUseful ? better : undefined);
    },

    trialAfter: (error) => trials.get(error),

    leave(trialMs) {
      if (trialMs !== kept) left = trialMs;
    },
  };
}

/** In whole seconds from the end, for a Date has no more. */
function middleOf({ least, most }: Found): number {
  return least + Math.floor((most - least) / 2_000) * 1_000;
}
