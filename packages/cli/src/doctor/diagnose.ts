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
import type { Findings } from './findings.ts';

export interface DiagnoseOptions {
  readonly region?: string;
  readonly baseUrl?: string;
  readonly livenessId?: string;
  readonly secretStdin?: boolean;
  readonly redisUrl?: URL;
  readonly timeoutMs: number;
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
