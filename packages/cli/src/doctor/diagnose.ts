import type { Credentials } from '@finauth-sdk/signing';
import { readSecretIfGiven } from '../input/readCredentials.ts';
import { withSpinner } from '../output/spinner.ts';
import type { Terminal } from '../output/terminal.ts';
import type { Check, Outcome } from './check.ts';
import { checkCall } from './checkCall.ts';
import { checkClock } from './checkClock.ts';
import { checkCredentials } from './checkCredentials.ts';
import { checkHttp } from './checkHttp.ts';
import { checkName } from './checkName.ts';
import { checkProxy } from './checkProxy.ts';
import { checkRedis } from './checkRedis.ts';
import { checkRegion } from './checkRegion.ts';
import { checkSignature } from './checkSignature.ts';
import { checkVerifyScene } from './checkVerifyScene.ts';
import { checkTls } from './checkTls.ts';

export interface DiagnoseOptions {
  readonly region?: string;
  readonly baseUrl?: string;
  readonly livenessId?: string;
  readonly secretStdin?: boolean;
  readonly redisUrl?: URL;
  readonly timeoutMs: number;
}

/** What the checks have found so far. Each adds to it what those after it need. */
export interface Findings {
  readonly env: NodeJS.ProcessEnv;
  readonly apiSecret: string | undefined;
  readonly livenessId: string | undefined;
  /** What asked for a call with it, to be told to who did not expect one. */
  readonly sceneFrom: string;
  /** Of the Redis or Valkey that is to keep a shared limit. */
  readonly redisUrl?: URL | undefined;
  readonly timeoutMs: number;
  credentials?: Credentials;
  /** Where to call; absent until it is known to make sense. */
  url?: URL;
  /** The environment's proxy, if calls go through it, and the variable that names it. */
  proxy?: { readonly variable: string; readonly url: URL };
  /** Whether the proxy lets nothing through. */
  blocked?: boolean;
  /** Whether the last step on the way to the server was open. */
  reachable?: boolean;
  /** How far the server's clock is ahead of this machine's, in milliseconds. */
  clockOffsetMs?: number;
}

/** Runs all checks in order, each one on what those before it found, and tells of each as it ends. */
export async function diagnose(options: DiagnoseOptions, terminal: Terminal, onCheck: (check: Check) => void): Promise<Check[]> {
  const { env } = terminal;
  const findings: Findings = {
    env,
    apiSecret: await readSecretIfGiven(terminal, options),
    livenessId: options.livenessId ?? (env.FINAUTH_LIVENESS_ID || undefined),
    sceneFrom: options.livenessId === undefined ? 'FINAUTH_LIVENESS_ID' : '--liveness-id',
    redisUrl: options.redisUrl,
    timeoutMs: options.timeoutMs,
  };
  const steps: [name: string, run: (findings: Findings) => Outcome | undefined | Promise<Outcome | undefined>][] = [
    ['credentials', checkCredentials],
    ['region', (found) => checkRegion(found, options)],
    ['proxy', checkProxy],
    ['name', checkName],
    ['TLS', checkTls],
    ['HTTP', checkHttp],
    ['clock', checkClock],
    ['signature', checkSignature],
    ['call', checkCall],
    ['verify scene', checkVerifyScene],
    ['Redis', checkRedis],
  ];
  const checks: Check[] = [];
  for (const [name, run] of steps) {
    // One after the other: each needs what those before it found.
    const outcome = await withSpinner(terminal, `Checking: ${name}`, async () => await run(findings));
    if (outcome === undefined) continue;
    const { status, says, remedy } = outcome;
    const check: Check = { name, status, says: shown(says, terminal), ...(remedy !== undefined && { remedy: shown(remedy, terminal) }) };
    checks.push(check);
    onCheck(check);
  }
  return checks;
}

// Ours are shorter. A server's may be a megabyte.
const MOST_CHARACTERS = 1_000;

/** Some of it may be a server's words. */
function shown(text: string, { harmless }: Terminal): string {
  const whole = harmless(text);
  return whole.length > MOST_CHARACTERS ? `${whole.slice(0, MOST_CHARACTERS)}...` : whole;
}
