import { signatureScheme } from '@finauth-sdk/client';
import { createSigner, inspectSign } from '@finauth-sdk/signing';
import type { Command } from 'commander';
import { parseCount } from '../input/parseCount.ts';
import { parseRandom } from '../input/parseRandom.ts';
import { parseTime } from '../input/parseTime.ts';
import { readCredentials } from '../input/readCredentials.ts';
import { signSteps } from './signSteps.ts';
import type { Terminal } from '../output/terminal.ts';
import { timeInWords } from '../output/timeInWords.ts';

interface SignOptions {
  readonly at?: number;
  /** As its digits were typed. */
  readonly random?: string;
  readonly windowSeconds: number;
  readonly singleUse?: boolean;
  readonly secretStdin?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

const { defaultWindowSeconds, singleUseExpireTime } = signatureScheme;
// Thirty years: far more than anybody should ask for, and still a time that can be signed.
const LONGEST_WINDOW_SECONDS = 1_000_000_000;

/** `finauth sign`: a signature and each step to it, to compare with one's own. */
export function addSign(program: Command, terminal: Terminal): void {
  program
    .command('sign')
    .summary('create a signature, and print each step')
    .description(
      'Creates a signature, and prints the raw string, the digest in hex, and the signature. Anyone who sees the signature can use it until it expires.',
    )
    .option('--at <time>', 'sign for this time: seconds since 1970, or a date (default: now)', parseTime)
    .option('--random <number>', 'the random number (default: a secure one)', parseRandom)
    .option('--window-seconds <seconds>', 'how long it is valid', parseCount(1, LONGEST_WINDOW_SECONDS), defaultWindowSeconds)
    .option('--single-use', 'make a single-use signature, with an expiry of 0')
    .option('--secret-stdin', 'read the API secret from stdin')
    .option('-q, --quiet', 'print only the signature')
    .option('--json', 'print the steps as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ finauth sign
  $ finauth sign --at 1800000000 --random 1234567890    (the same each time, to compare with your own code)
  $ finauth sign --quiet | finauth explain`,
    )
    .action((options: SignOptions) => sign(options, terminal));
}

async function sign(options: SignOptions, terminal: Terminal): Promise<void> {
  const { at, random, windowSeconds, singleUse = false } = options;
  const nowMs = Date.now();
  const credentials = await readCredentials(terminal, options);
  const currentTime = Math.floor((at ?? nowMs) / 1000);
  const times = { currentTime, expireTime: singleUse ? singleUseExpireTime : currentTime + windowSeconds };
  const signature =
    random === undefined
      ? createSigner(credentials, { singleUse, windowSeconds }).sign(currentTime)
      : signSteps(credentials, times, random);
  // Taken from the signature itself, so that what is shown is what was signed.
  const { raw, digest, expireTime } = inspectSign(signature);
  const digestHex = Buffer.from(digest).toString('hex');
  if (options.quiet) return terminal.print(signature);
  if (options.json) return terminal.print(JSON.stringify({ raw, digestHex, sign: signature }, null, 2));
  const { paint } = terminal;
  terminal.print(
    `${paint.faint('raw string')}  ${raw}\n${paint.faint('digest hex')}  ${digestHex}\n${paint.faint('sign      ')}  ${signature}`,
  );
  terminal.note(terminal.paintNotes.faint(singleUse ? 'It can be used once.' : `It expires ${timeInWords(expireTime, nowMs)}.`));
}
