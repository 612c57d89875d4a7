import { byteLimits } from '@finauth-sdk/client';
import { type FinAuth, type Outcome, outcomeOf } from '@finauth-sdk/signing';
import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { addCallOptions, callFinAuth, type CallOptions } from './callFinAuth.ts';
import { CommandError } from '../commandError.ts';
import { VERIFY_ID_NAME } from '../environment.ts';
import type { ExitClass } from '../exitCodes.ts';
import { readStdin } from '../input/readStdin.ts';
import type { Terminal } from '../output/terminal.ts';

interface VerifyOptions extends CallOptions {
  readonly bizToken: string;
  readonly verifyId?: string;
  readonly photo?: string;
  readonly identityStdin?: boolean;
  readonly uuid?: string;
  readonly json?: boolean;
}

type VerifyInput = Parameters<FinAuth['verify']>[0];

/** `finauth verify`: the verdict on a token with which a phone has ended. No picture of the answer is printed or kept. */
export function addVerify(program: Command, terminal: Terminal, endWith: (exitClass: ExitClass) => void): void {
  const command = program
    .command('verify')
    .summary('ask for the verdict after the check on the phone (a preview)')
    .description(
      "Asks FinAuth for the result of the check on the phone, and says what it means. A preview: FinAuth's documentation does not cover the call. Call it once, after the phone has ended with 1000.",
    )
    .requiredOption('--biz-token <token>', 'the token that the phone was started with')
    .option('--verify-id <id>', `the ID of the verification scene from FinAuth's console (default: ${VERIFY_ID_NAME})`)
    .option('--photo <file>', 'compare with this photo, a JPEG or a PNG')
    .option(
      '--identity-stdin',
      'compare with an identity: name and number are read from stdin, one line each, since every user of the machine can see arguments',
    )
    .option('--uuid <id>', 'your own ID for the user, if the token was made without');
  addCallOptions(command, 30_000)
    .option('--json', 'print the outcome as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ finauth verify --region sgp --verify-id my-verify-scene --biz-token "$BIZ_TOKEN" --photo passport.jpg
  $ finauth verify --biz-token "$BIZ_TOKEN" --identity-stdin < identity.txt
  $ finauth verify --biz-token "$BIZ_TOKEN" --photo passport.jpg --json | jq .passed

Exit code 0 if the person has passed, 10 if not.`,
    )
    .action((options: VerifyOptions) => verify(options, terminal, endWith));
}

async function verify(options: VerifyOptions, terminal: Terminal, endWith: (exitClass: ExitClass) => void): Promise<void> {
  const input = await inputOf(options, terminal);
  const { answer, requestId } = await callFinAuth(options, terminal, 'Asking FinAuth for the verdict', (finauth) => finauth.verify(input));
  const outcome = outcomeOf(answer);
  // Of the answer itself nothing is printed: there are pictures in it, and whatever else a server sends.
  show(outcome, requestId, options, terminal);
  if (!outcome.passed) endWith('notPassed');
}

function show(outcome: Outcome, requestId: string | undefined, { json }: VerifyOptions, terminal: Terminal): void {
  const { passed, kind, meaning, remedy } = outcome;
  const id = requestId === undefined ? undefined : terminal.harmless(requestId);
  if (json) return terminal.print(JSON.stringify({ ...outcome, ...(id !== undefined && { request_id: id }) }, null, 2));
  terminal.print(passed ? 'passed' : `not passed: ${kind}`);
  terminal.note(`${meaning} ${remedy}`);
  if (id !== undefined) terminal.note(terminal.paintNotes.faint(`request_id ${id}`));
}

async function inputOf(options: VerifyOptions, terminal: Terminal): Promise<VerifyInput> {
  const { bizToken: biz_token, photo, identityStdin, secretStdin, uuid } = options;
  const verify_id = options.verifyId ?? terminal.env[VERIFY_ID_NAME];
  if (verify_id === undefined)
    throw new CommandError(
      'usage',
      `The scene's ID is missing: pass --verify-id, or set ${VERIFY_ID_NAME}. It is not the ID of the liveness scene.`,
    );
  if ((photo === undefined) === (identityStdin !== true))
    throw new CommandError('usage', 'Pass what to compare with: either --photo or --identity-stdin.');
  if (identityStdin && secretStdin)
    throw new CommandError('usage', 'The secret and the identity cannot both come from stdin: set FINAUTH_API_SECRET in the environment.');
  const given = { biz_token, verify_id, ...(uuid !== undefined && { uuid }) };
  if (photo !== undefined) return { ...given, comparison_type: '0', image_ref1: await readPhoto(photo) };
  const [idcard_name = '', idcard_number = '', ...rest] = (await readStdin(terminal)).replace(/\r?\n$/, '').split(/\r?\n/);
  if (idcard_name === '' || idcard_number === '' || rest.length > 0)
    throw new CommandError('usage', 'Pass the identity as two lines on stdin: the name, then the number.');
  return { ...given, comparison_type: '1', idcard_name, idcard_number };
}

/** What a file is called may be who is on it: no message repeats it. */
async function readPhoto(path: string): Promise<Blob> {
  try {
    const bytes = await readFile(path);
    const limit = byteLimits.verify.image_ref1;
    if (bytes.length > limit)
      throw new CommandError('usage', `The photo has ${bytes.length} bytes, and at most ${limit} are allowed: make it smaller.`);
    return new Blob([bytes]);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(
      'usage',
      `The photo cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}): check the path of --photo.`,
    );
  }
}
