import type { Operations } from '@finauth-sdk/client';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import type { Command } from 'commander';
import { addCallOptions, callFinAuth, type CallOptions } from './callFinAuth.ts';
import { CommandError } from '../commandError.ts';
import { refuseHostileAnswer } from './refuseHostileAnswer.ts';
import { harmlessJson, type Terminal } from '../output/terminal.ts';

interface TokenOptions extends CallOptions {
  readonly livenessId?: string;
  readonly uuid?: string;
  readonly json?: boolean;
}

/** `finauth token`: one biz_token, on stdout alone, so that a script can take it. */
export function addToken(program: Command, terminal: Terminal): void {
  const command = program
    .command('token')
    .summary('mint a biz_token')
    .description('Mints one biz_token and prints it. It is good for one verification.')
    .option('--liveness-id <id>', "the scene's ID from FinAuth's console (default: FINAUTH_LIVENESS_ID)")
    .option('--uuid <id>', 'your own ID for the user who is checked');
  addCallOptions(command, 10_000)
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ finauth token --region sgp --liveness-id my-scene --uuid user-0042
  $ BIZ_TOKEN=$(finauth token --liveness-id my-scene)
  $ finauth token --liveness-id my-scene --json | jq -r .request_id
  $ vault read -field=secret finauth | finauth token --secret-stdin --liveness-id my-scene`,
    )
    .action((options: TokenOptions) => token(options, terminal));
}

async function token(options: TokenOptions, terminal: Terminal): Promise<void> {
  const { uuid } = options;
  const livenessId = options.livenessId ?? terminal.env.FINAUTH_LIVENESS_ID;
  if (livenessId === undefined)
    throw new CommandError('usage', "The scene's ID is missing: pass --liveness-id, or set FINAUTH_LIVENESS_ID.");
  const input = { liveness_id: livenessId, ...(uuid !== undefined && { uuid }) };
  const { answer, requestId } = await callFinAuth(options, terminal, 'Asking FinAuth for a biz_token', (finauth) =>
    finauth.getBizToken(input),
  );
  refuseHostileAnswer(answer, terminal);
  const known = knownFieldsOf({ ...answer, request_id: requestId ?? '' });
  if (options.json) return terminal.print(harmlessJson(known, terminal));
  terminal.print(answer.biz_token);
  terminal.note(terminal.paintNotes.faint(`request_id ${terminal.harmless(known.request_id)}, ${answer.time_used} ms`));
}

type Answer = Operations['getBizToken']['answer'];

/** What the spec knows of in an answer. What else a server sends is not for this command to print. */
function knownFieldsOf(answer: Answer): Answer {
  const names = Object.keys(exampleAnswers.getBizToken) as (keyof Answer)[];
  return Object.fromEntries(names.map((name) => [name, answer[name]])) as unknown as Answer;
}
