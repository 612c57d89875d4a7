import { signatureScheme } from '@finauth-sdk/client';
import { span } from '../output/timeInWords.ts';
import { failed, type Outcome, passed, skipped, warned } from './check.ts';
import type { Findings } from './findings.ts';

// The Date header has whole seconds and is as old as the way here.
const TOLERANCE_SECONDS = 5;
const REMEDY = "Synchronize this machine's clock with NTP (timedatectl set-ntp true; in a container, on its host).";

/** Whether this machine's clock is close enough to the server's for a signature to hold. */
export function checkClock({ clockOffsetMs, reachable }: Findings): Outcome {
  if (clockOffsetMs === undefined) return skipped(reachable ? 'the response had no Date header' : 'no response');
  const seconds = Math.round(Math.abs(clockOffsetMs) / 1000);
  if (seconds <= TOLERANCE_SECONDS) return passed("within a few seconds of the server's");
  const says = `${span(seconds)} ${clockOffsetMs > 0 ? 'behind' : 'ahead of'} the server's`;
  const { defaultWindowSeconds } = signatureScheme;
  if (seconds < defaultWindowSeconds / 2) return warned(says, `${REMEDY} At ${defaultWindowSeconds} seconds, signatures fail.`);
  return failed(
    says,
    `${REMEDY} A signature is valid for ${defaultWindowSeconds} seconds by the server's clock, so yours is refused as expired, or as one from the future.`,
  );
}
