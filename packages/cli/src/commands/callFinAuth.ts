import { type Region, servers } from '@finauth-sdk/client';
import { createFinAuth, type FinAuth } from '@finauth-sdk/signing';
import { type Command, Option } from 'commander';
import { givenBaseUrl } from '../input/givenBaseUrl.ts';
import { parseCount, parseWaitMs } from '../input/parseCount.ts';
import { withNetworkAdvice } from '../proxy/withNetworkAdvice.ts';
import { readCredentials, type SecretOptions } from '../input/readCredentials.ts';
import { withSpinner } from '../output/spinner.ts';
import type { Terminal } from '../output/terminal.ts';

/** What every command takes that calls FinAuth. */
export interface CallOptions extends SecretOptions {
  readonly region?: Region;
  readonly baseUrl?: string;
  readonly allowInsecureHttp?: boolean;
  readonly timeoutMs: number;
  readonly retries: number;
}

export function addCallOptions(command: Command, timeoutMs: number): Command {
  return command
    .addOption(regionOption())
    .option('--base-url <url>', "scheme and host to call in place of the region's (default: FINAUTH_BASE_URL, unless --region is given)")
    .option(
      '--allow-insecure-http',
      'allow plain HTTP to another machine: anyone on the network can read what is sent, and use the signature',
    )
    .option('--timeout-ms <ms>', 'the time for one attempt', parseWaitMs, timeoutMs)
    .option('--retries <count>', 'how often to retry where that can help', parseCount(0), 2)
    .option('--secret-stdin', 'read the API secret from stdin');
}

export function regionOption(): Option {
  const names = Object.entries(servers).map(([region, { description }]) => `${region} is ${description}`);
  return new Option('--region <region>', `${names.join(', ')} (default: FINAUTH_REGION)`).choices(Object.keys(servers));
}

/** Makes one call, and gives the answer with FinAuth's ID of the request as the SDK shows it: an answer's own may be any text. */
export async function callFinAuth<Answer>(
  options: CallOptions,
  terminal: Terminal,
  doing: string,
  call: (finauth: FinAuth) => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly requestId: string | undefined }> {
  const { region, allowInsecureHttp, timeoutMs, retries } = options;
  const baseUrl = region && givenBaseUrl(options, terminal.env) === undefined ? servers[region].url : options.baseUrl;
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
    onEvent: (event) => {
      if (event.type === 'succeeded') requestId = event.requestId;
    },
  });
  try {
    return { answer: await withSpinner(terminal, doing, () => call(finauth)), requestId };
  } catch (error) {
    throw withNetworkAdvice(error, options, terminal.env);
  }
}
