import type { Sandbox } from '@finauth-sdk/sandbox';
import type { Command } from 'commander';
import { isIP } from 'node:net';
import { CommandError } from '../commandError.ts';
import { parseCount } from '../input/parseCount.ts';
import { withSpinner } from '../output/spinner.ts';
import type { Terminal } from '../output/terminal.ts';

interface SandboxCommandOptions {
  readonly port: number;
  readonly host?: string;
  readonly allowedHost?: string[];
  readonly latencyMs: number;
  readonly json?: boolean;
}

const UNFIT_ADDRESS = new Set(['EACCES', 'EADDRNOTAVAIL', 'EAI_AGAIN', 'EINVAL', 'ENOTFOUND', 'ERR_SOCKET_BAD_PORT']);
// The sandbox's own limit.
const LONGEST_LATENCY_MS = 600_000;

/** `finauth sandbox`: a FinAuth on this machine, until Ctrl-C. */
export function addSandbox(program: Command, terminal: Terminal): void {
  program
    .command('sandbox')
    .summary('run a FinAuth on this machine, with no account')
    .description(
      'Starts a local FinAuth that judges signatures and gives every documented answer, each by a liveness_id of its own. Its page, at the URL, shows each call and why it was refused. Ctrl-C stops it.',
    )
    .option('--port <port>', 'the port to listen on; 0 for any that is free', parseCount(0, 65_535), 4011)
    .option('--host <address>', 'the address to listen on (default: this machine only)')
    .option('--allowed-host <host...>', 'also open its page by this host, such as that of a container or a proxy')
    .option('--latency-ms <ms>', 'how long each answer takes', parseCount(0, LONGEST_LATENCY_MS), 0)
    .option('--json', 'print URL, credentials and test IDs as JSON, on one line')
    .addHelpText(
      'after',
      `
Examples:
  $ finauth sandbox
  $ finauth sandbox --port 0 --json > sandbox.json &    (in a script: the URL and the credentials are in the file once it is up)
  $ finauth token --liveness-id any    (in another terminal, with the three variables that the sandbox prints)`,
    )
    .action((options: SandboxCommandOptions) => runSandbox(options, terminal));
}

async function runSandbox(options: SandboxCommandOptions, terminal: Terminal): Promise<void> {
  const sandbox = await withSpinner(terminal, 'Starting the sandbox', () => start(options));
  // Before anything is printed: who reads the URL may stop us at once.
  const stopped = untilStopped();
  const { url, credentials, liveness, testIds } = sandbox;
  terminal.print(options.json ? JSON.stringify({ url, credentials, liveness, testIds }) : describe(sandbox, terminal));
  if (!options.json) terminal.note(terminal.paintNotes.faint('\nCtrl-C stops it.'));
  await stopped;
  await sandbox.close();
}

async function start({ port, host, allowedHost, latencyMs }: SandboxCommandOptions): Promise<Sandbox> {
  // Loaded here, since no other command needs it.
  const { startSandbox } = await import('@finauth-sdk/sandbox');
  try {
    return await startSandbox({ port, latencyMs, ...(host !== undefined && { host }), ...(allowedHost && { allowedHosts: allowedHost }) });
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

/** What one needs to call it. The credentials are the sandbox's own, known to everybody, and no secret. */
function describe({ url, credentials, liveness, testIds }: Sandbox, { paint }: Terminal): string {
  const ids = Object.entries(liveness);
  const width = Math.max(...ids.map(([, id]) => id.length));
  return [
    `${paint.good('The sandbox is up:')} ${paint.strong(url)}`,
    '',
    `  FINAUTH_BASE_URL=${url}`,
    `  FINAUTH_API_KEY=${credentials.apiKey}`,
    `  FINAUTH_API_SECRET=${credentials.apiSecret}`,
    '',
    'Any liveness_id gets a token. These get the answer beside them:',
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
