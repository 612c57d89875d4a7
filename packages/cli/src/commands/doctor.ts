import type { Region } from '@finauth-sdk/client';
import type { Command } from 'commander';
import { checkJson, printCheck } from '../doctor/check.ts';
import { diagnose } from '../doctor/diagnose.ts';
import type { ExitClass } from '../exitCodes.ts';
import { parseWaitMs } from '../input/parseCount.ts';
import type { Terminal } from '../output/terminal.ts';
import { parseRedisUrl } from '../input/parseRedisUrl.ts';
import { regionOption } from './callFinAuth.ts';

interface DoctorOptions {
  readonly region?: Region;
  readonly baseUrl?: string;
  readonly livenessId?: string;
  readonly secretStdin?: boolean;
  readonly redisUrl?: URL;
  readonly timeoutMs: number;
  readonly json?: boolean;
}

/** `finauth doctor`: whether this machine can call FinAuth, and if not, why. */
export function addDoctor(program: Command, terminal: Terminal, endWith: (exitClass: ExitClass) => void): void {
  program
    .command('doctor')
    .summary('check whether this machine can call FinAuth')
    .description(
      'Checks the credentials, the route to the region (DNS, TLS, HTTP), the clock and the signature. With --liveness-id it also makes a call, which mints a token; with --redis-url it checks the Redis that keeps a limit for several servers. Each check passes, warns or fails, and says what to do.',
    )
    .addOption(regionOption())
    .option('--base-url <url>', "scheme and host to check in place of the region's (default: FINAUTH_BASE_URL, unless --region is given)")
    .option('--liveness-id <id>', 'make one call for this scene (default: FINAUTH_LIVENESS_ID, else no call)')
    .option('--secret-stdin', 'read the API secret from stdin')
    .option('--redis-url <url>', 'also check this Redis or Valkey; its password is read from REDISCLI_AUTH', parseRedisUrl)
    .option('--timeout-ms <ms>', 'the time limit for each network check', parseWaitMs, 10_000)
    .option('--json', 'print the checks as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ finauth doctor --region sgp                           (makes no call, unless FINAUTH_LIVENESS_ID is set)
  $ finauth doctor --region sgp --liveness-id my-scene    (makes one call)
  $ finauth doctor --base-url http://127.0.0.1:4011       (the sandbox)
  $ finauth doctor --region sgp --redis-url redis://127.0.0.1:6379

Exit code 9 if a check failed. Warnings do not change the exit code.`,
    )
    .action((options: DoctorOptions) => doctor(options, terminal, endWith));
}

async function doctor(options: DoctorOptions, terminal: Terminal, endWith: (exitClass: ExitClass) => void): Promise<void> {
  const checks = await diagnose(options, terminal, (check) => {
    if (!options.json) terminal.print(printCheck(check, terminal.paint, terminal.columns));
  });
  const count = (status: string): number => checks.filter((check) => check.status === status).length;
  if (options.json) terminal.print(JSON.stringify({ ok: count('failed') === 0, checks: checks.map(checkJson) }, null, 2));
  else terminal.print(`\n${count('passed')} passed, ${count('warned')} warned, ${count('failed')} failed, ${count('skipped')} skipped`);
  if (count('failed') > 0) endWith('findings');
}
