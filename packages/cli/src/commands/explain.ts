import type { Command } from 'commander';
import { askHidden } from '../input/askHidden.ts';
import { CommandError } from '../commandError.ts';
import type { ExitClass } from '../exitCodes.ts';
import { explainSign } from '../explain/explainSign.ts';
import { explanationJson, printExplanation } from '../explain/printExplanation.ts';
import { parseTime } from '../input/parseTime.ts';
import { KEY_NAME } from '../environment.ts';
import { readSecretIfGiven } from '../input/readCredentials.ts';
import { MAX_BYTES, readStdin, tooLong } from '../input/readStdin.ts';
import { looksLikeSecret, secretInArguments } from '../input/refuseSecretArguments.ts';
import type { Terminal } from '../output/terminal.ts';

interface ExplainOptions {
  readonly at?: number;
  readonly askSecret?: boolean;
  readonly secretStdin?: boolean;
  readonly json?: boolean;
}

/** `finauth explain`: what a signature says, and what is wrong with it. */
export function addExplain(program: Command, terminal: Terminal, endWith: (exitClass: ExitClass) => void): void {
  program
    .command('explain')
    .summary('decode a signature, and say what is wrong with it')
    .description(
      'Decodes a signature and names the mistakes in it. With the API secret (from FINAUTH_API_SECRET, a prompt or stdin) it also says whether the two match. Nothing is sent. The signature itself is not printed.',
    )
    .argument('[sign...]', 'the signature, exactly as it was sent; without it, or with "-", it is read from stdin')
    .option('--at <time>', 'check it for this time: seconds since 1970, or a date (default: now)', parseTime)
    .option('--ask-secret', 'prompt for the API secret')
    .option('--secret-stdin', 'read the API secret from stdin; the signature is then an argument')
    .option('--json', 'print what was found as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ finauth explain 'q1ljrVuaTqnN0xO+W+hNqOaqGM1hPWV4YW1wbGUt…'
  $ pbpaste | finauth explain          (an argument can be seen by every user of the machine, stdin cannot)
  $ finauth explain --json < sign.txt | jq -r '.mistakes[].id'

Exit code 9 if a mistake was found, or the secret does not match. An expired signature does not count as a mistake.`,
    )
    .action((words: string[], options: ExplainOptions) => explain(words, options, terminal, endWith));
}

async function explain(
  words: string[],
  options: ExplainOptions,
  terminal: Terminal,
  endWith: (exitClass: ExitClass) => void,
): Promise<void> {
  const nowMs = options.at ?? Date.now();
  // The shell has taken a signature with a space in it apart.
  const text = await readSign(words.join(' '), options, terminal);
  if (text.trim() === '') throw new CommandError('usage', 'The signature is missing: pass it as an argument in quotes, or to stdin.');
  const secret = await readSecretIfGiven(terminal, options);
  const explanation = explainSign(text, { nowMs, secret, apiKey: terminal.env[KEY_NAME] || undefined });
  terminal.print(
    options.json ? JSON.stringify(explanationJson(explanation, nowMs), null, 2) : printExplanation(explanation, nowMs, terminal.paint),
  );
  if (explanation.found.length > 0 || explanation.fitsSecret === false) endWith('findings');
}

async function readSign(argument: string, options: ExplainOptions, terminal: Terminal): Promise<string> {
  if (argument !== '' && argument !== '-') {
    if (looksLikeSecret(argument)) throw secretInArguments();
    if (Buffer.byteLength(argument) > MAX_BYTES) throw tooLong('The argument');
    return argument;
  }
  if (options.secretStdin)
    throw new CommandError('usage', 'With --secret-stdin the signature has to be an argument: stdin can take only one of the two.');
  if (terminal.stdin.isTTY) return await askHidden(terminal, 'Signature');
  return (await readStdin(terminal)).replace(/\r?\n$/, '');
}
