import { type Operations, type Region, servers } from '@finauth-sdk/client';
import { exampleAnswers } from '@finauth-sdk/client/examples';
import { createFinAuth } from '@finauth-sdk/signing';
import { type Command, Option } from 'commander';
import { CommandError } from '../commandError.ts';
import { givenBaseUrl } from '../givenBaseUrl.ts';
import { parseCount, parseWaitMs } from '../parseCount.ts';
import { withNetworkAdvice } from '../proxy/withNetworkAdvice.ts';
import { readCredentials } from '../readCredentials.ts';
import { refuseHostileAnswer } from '../refuseHostileAnswer.ts';
import { withSpinner } from '../spinner.ts';
import { harmlessJson, type Terminal } from '../terminal.ts';

interface TokenOptions {
  readonly livenessId?: string;
  readonly uuid?: string;
  readonly region?: Region;
  readonly baseUrl?: string;
  readonly allowInsecureHttp?: boolean;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly secretStdin?: boolean;
  readonly json?: boolean;
}

/** `finauth token`: one biz_token, on stdout alone, so that a script can take it. */
export function addToken(program: Command, terminal: Terminal): void {
  program
    .command('token')
    .summary('mint a biz_token')
    .description('Mints one biz_token and prints it. It is good for one verification.')
    .option('--liveness-id <id>', "the scene's ID from FinAuth's console (default: FINAUTH_LIVENESS_ID)")
    .option('--uuid <id>', 'your own ID of the user who is checked')
    .addOption(regionOption())
    .option('--base-url <url>', "scheme and host to call in place of the region's (default: FINAUTH_BASE_URL, unless --region is given)")
    .option('--allow-insecure-http', 'allow plain HTTP to another machine: whoever listens can use the signature')
    .option('--timeout-ms <ms>', 'the time for one attempt', parseWaitMs, 10_000)
    .option('--retries <count>', 'how often to ask again where that can help', parseCount(0), 2)
    .option('--secret-stdin', 'read the API secret from stdin')
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

export function regionOption(): Option {
  const names = Object.entries(servers).map(([region, { description }]) => `${region} is ${description}`);
  return new Option('--region <region>', `${names.join(', ')} (default: FINAUTH_REGION)`).choices(Object.keys(servers));
}

async function token(options: TokenOptions, terminal: Terminal): Promise<void> {
  const { region, allowInsecureHttp, timeoutMs, retries, uuid } = options;
  const baseUrl = region && givenBaseUrl(options, terminal.env) === undefined ? servers[region].url : options.baseUrl;
  const livenessId = options.livenessId ?? terminal.env.FINAUTH_LIVENESS_ID;
  if (livenessId === undefined)
    throw new CommandError('usage', "The scene's ID is missing: give --liveness-id, or set FINAUTH_LIVENESS_ID.");
  let requestId: string | undefined;
  const finauth = createFinAuth({
    credentials: await readCredentials(terminal, options),
    ...(region && { region }),
    ...(baseUrl && { baseUrl }),
    ...(allowInsecureHttp && { allowInsecureHttp }),
    timeoutMs,
    retry: { retries },
    // Given, so that a redirect is called one even where it is not asked for a second time: see fetchTransport.
    fetch: (url, init) => fetch(url, init),
    // As the SDK shows it: an answer's own may be any text.
    onEvent: (event) => {
      if (event.type === 'succeeded') requestId = event.requestId;
    },
  });
  const input = { liveness_id: livenessId, ...(uuid !== undefined && { uuid }) };
  const answer = await withSpinner(terminal, 'Asking FinAuth for a biz_token', () => finauth.getBizToken(input)).catch((error: unknown) => {
    throw withNetworkAdvice(error, options, terminal.env);
  });
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
