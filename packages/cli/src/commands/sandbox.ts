import type { Credentials, Failure, RequestRecord, Sandbox, SandboxOptions } from '@finauth-sdk/sandbox';
import type { Command } from 'commander';
import { isIP } from 'node:net';
import { CommandError } from '../commandError.ts';
import { SANDBOX_KEY_NAME, SANDBOX_SECRET_NAME } from '../environment.ts';
import { parseCount } from '../input/parseCount.ts';
import { parseShare } from '../input/parseShare.ts';
import { parseSeconds } from '../input/parseSeconds.ts';
import { withSpinner } from '../output/spinner.ts';
import type { Terminal } from '../output/terminal.ts';

interface SandboxCommandOptions {
  readonly port: number;
  readonly host?: string;
  readonly allowedHost?: string[];
  readonly latencyMs: number;
  readonly quota?: number;
  readonly maxConcurrent?: number;
  readonly failRate?: number;
  readonly failWith?: string;
  readonly clockOffset: number;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

const UNFIT_ADDRESS = new Set(['EACCES', 'EADDRNOTAVAIL', 'EAI_AGAIN', 'EINVAL', 'ENOTFOUND', 'ERR_SOCKET_BAD_PORT']);
// The sandbox's own limit.
const LONGEST_LATENCY_MS = 600_000;

/** `finauth sandbox`: a FinAuth on this machine, until Ctrl-C. */
export function addSandbox(program: Command, terminal: Terminal): void {
  program
    .command('sandbox')
    .summary('run a local FinAuth, without an account')
    .description(
      'Starts a local FinAuth that checks signatures and returns every documented response, each by its own test ID. Its page, at the URL, shows each call and why it was refused. Ctrl-C stops it.',
    )
    .option('--port <port>', 'the port to listen on; 0 for any that is free', parseCount(0, 65_535), 4011)
    .option('--host <address>', 'the address to listen on (default: this machine only)')
    .option('--allowed-host <host...>', 'also serve its page for this host, such as that of a container or a proxy')
    .option('--latency-ms <ms>', 'how long each response takes', parseCount(0, LONGEST_LATENCY_MS), 0)
    .option('--quota <count>', 'accept this many calls, then refuse like a used-up test key', parseCount(0))
    .option('--max-concurrent <count>', 'refuse calls above this many at once', parseCount(0))
    .option('--fail-rate <share>', 'fail this share of the calls that would be accepted, from 0 to 1', parseShare)
    .option('--fail-with <name>', 'what they fail with: a printed test ID without sandbox- (default: INTERNAL_ERROR)')
    .option('--clock-offset <seconds>', 'set its clock ahead, or behind if negative', parseSeconds, 0)
    .option('--quiet', 'print no line for each call')
    .option('--json', 'print URL, credentials and test IDs as JSON, on one line')
    .addHelpText(
      'after',
      `
Examples:
  $ finauth sandbox
  $ finauth sandbox --fail-rate 0.2 --max-concurrent 5
  $ finauth sandbox --port 0 --json > sandbox.json &    (in a script: the URL and the credentials are in the file once it is up)
  $ finauth token --liveness-id any    (in another terminal, with the three variables that the sandbox prints)

Environment:
  ${SANDBOX_KEY_NAME}, ${SANDBOX_SECRET_NAME}  the only pair that it accepts, instead of its own`,
    )
    .action((options: SandboxCommandOptions) => runSandbox(options, terminal));
}

async function runSandbox(options: SandboxCommandOptions, terminal: Terminal): Promise<void> {
  const own = ownCredentials(terminal);
  const log = options.quiet ? undefined : (record: RequestRecord) => terminal.note(lineOf(record, terminal));
  const sandbox = await withSpinner(terminal, 'Starting the sandbox', () => start(options, { ...own, ...(log && { onRequest: log }) }));
  // Before anything is printed: who reads the URL may stop us at once.
  const stopped = untilStopped();
  const { url, liveness, testIds } = sandbox;
  const credentials = shownCredentials(sandbox, own !== undefined);
  terminal.print(options.json ? JSON.stringify({ url, credentials, liveness, testIds }) : describe(sandbox, credentials, terminal));
  if (!options.json) terminal.note(terminal.paintNotes.faint('\nCtrl-C stops it.'));
  await stopped;
  await sandbox.close();
}

async function start(given: SandboxCommandOptions, more: Pick<SandboxOptions, 'credentials' | 'onRequest'>): Promise<Sandbox> {
  const { port, host, allowedHost, latencyMs, quota, maxConcurrent, failRate, failWith, clockOffset } = given;
  // Loaded here, since no other command needs it.
  const { startSandbox } = await import('@finauth-sdk/sandbox');
  try {
    return await startSandbox({
      port,
      latencyMs,
      now: () => Date.now() + clockOffset * 1000,
      ...(quota !== undefined && { quota }),
      ...(maxConcurrent !== undefined && { maxConcurrent }),
      ...((failRate !== undefined || failWith !== undefined) && {
        // A name that there is not is refused by the sandbox.
        fail: { rate: failRate ?? 1, ...(failWith !== undefined && { answer: failWith as NonNullable<Failure['answer']> }) },
      }),
      ...(host !== undefined && { host }),
      ...(allowedHost && { allowedHosts: allowedHost }),
      ...more,
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new CommandError('usage', `Port ${port} is taken: give another with --port, or 0 for any that is free.`);
    // Of a setting, which says what it must be.
    if (error instanceof TypeError && code === undefined) throw new CommandError('usage', `The sandbox cannot start: ${error.message}.`);
    if (UNFIT_ADDRESS.has(code ?? ''))
      throw new CommandError(
        'usage',
        `The sandbox cannot listen on ${isIP(host ?? '') === 0 ? 'that host' : host} (${code}): check --host and --port.`,
      );
    throw error;
  }
}

/** The pair of the environment, which is somebody's. */
function ownCredentials({ env, keepSecret }: Terminal): { readonly credentials: Credentials } | undefined {
  const [apiKey, apiSecret] = [env[SANDBOX_KEY_NAME], env[SANDBOX_SECRET_NAME]];
  if (!apiKey && !apiSecret) return undefined;
  if (!apiKey || !apiSecret) throw new CommandError('usage', `Set both ${SANDBOX_KEY_NAME} and ${SANDBOX_SECRET_NAME}, or neither.`);
  keepSecret(apiSecret);
  return { credentials: { apiKey, apiSecret } };
}

/** What may be shown of the credentials. Those of the sandbox are known to everybody, and no secret. */
function shownCredentials({ credentials: { apiKey, apiSecret } }: Sandbox, areOwn: boolean): Shown {
  return areOwn ? { apiKey } : { apiKey, apiSecret };
}

type Shown = Pick<Credentials, 'apiKey'> & Partial<Credentials>;

/** One call, as its page shows it. The fields stay out: they may be a person's. */
function lineOf(
  { at, method, path, operation, status, verdict, error, why, requestId }: RequestRecord,
  { harmless, paintNotes }: Terminal,
): string {
  const what = harmless(operation ?? `${method} ${path}`);
  const said = error === undefined ? '' : ` ${harmless(error)}`;
  const line = `${at.toISOString()} ${what} ${status} ${verdict}${said}`;
  const rest = harmless([requestId && `request_id ${requestId}`, status < 400 ? undefined : why.message].filter(Boolean).join(': '));
  return `${status < 400 ? line : paintNotes.strong(line)} ${paintNotes.faint(rest)}`.trimEnd();
}

/** What one needs to call it. */
function describe({ url, liveness, testIds }: Sandbox, credentials: Shown, { paint }: Terminal): string {
  const ids = Object.entries(liveness);
  const width = Math.max(...ids.map(([, id]) => id.length));
  return [
    `${paint.good('The sandbox is up:')} ${paint.strong(url)}`,
    '',
    `  FINAUTH_BASE_URL=${url}`,
    `  FINAUTH_API_KEY=${credentials.apiKey}`,
    `  FINAUTH_API_SECRET=${credentials.apiSecret ?? `(the value of ${SANDBOX_SECRET_NAME})`}`,
    '',
    'Any liveness_id gets a token. These test IDs get the response next to them (for verify, as the verify_id):',
    '',
    ...ids.map(([name, id]) => `  ${id.padEnd(width)}  ${paint.faint(name + whose(name, testIds))}`),
  ].join('\n');
}

/** The operations that have an answer, where not all of them have it. */
function whose(name: string, testIds: Sandbox['testIds']): string {
  const all = Object.entries(testIds);
  const having = all.filter(([, its]) => Object.hasOwn(its, name)).map(([operation]) => operation);
  return having.length === all.length ? '' : ` (${having.join(', ')})`;
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
