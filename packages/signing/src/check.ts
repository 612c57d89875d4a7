import { errorAdvice, signatureScheme } from '@finauth-sdk/client';
import type { Call, DatedCall, OperationId, Result, SignedCall } from './call.ts';
import { MOST_AHEAD_MS } from './time/clock.ts';
import { FinAuthApiError, FinAuthConnectionError, FinAuthResponseError } from './errors.ts';
import { forCaller } from './thrown/forCaller.ts';
import { serverTimeOf } from './time/httpDate.ts';
import { startProgress } from './middleware/deadline.ts';
import type { SigningLayer } from './middleware/sign.ts';
import { timeout } from './middleware/timeout.ts';
import { checkOptions, milliseconds, type Rules, trueOrFalse } from './rules.ts';
import type { Settings } from './options/settleOptions.ts';
import type { UnderWay } from './time/underWay.ts';

/** One step on the way to FinAuth, and its status. */
export interface Check {
  /** What was looked at: options and credentials; the host's name; the TLS handshake; FinAuth's answer; this machine's clock beside the answer's `Date`. */
  readonly name: 'configuration' | 'name' | 'TLS' | 'answer' | 'clock';
  /** `warned`: calls can be made, but someone should look at it. `skipped`: it cannot be checked here, or after the result of another check. */
  readonly status: 'passed' | 'warned' | 'failed' | 'skipped';
  /** What was found, and the remedy. It contains no secret, but may name the host. */
  readonly message: string;
  /** How long it took, in milliseconds, if it could be measured: the response time includes DNS and TLS. */
  readonly durationMs?: number;
}

/** What `check` found. */
export interface CheckReport {
  /** Whether no check has failed. */
  readonly ok: boolean;
  /** In the order in which a call meets them. */
  readonly checks: readonly Check[];
}

/** How `check` looks. */
export interface CheckOptions {
  /** How long the credentials may take, and then the response, in milliseconds. Default: the client's `timeoutMs`, but at most 3,000. */
  readonly timeoutMs?: number;
  /** Checks only the configuration, and sends nothing: for startup. Default: false. */
  readonly offline?: boolean;
}

const rules: Rules<CheckOptions> = { timeoutMs: milliseconds(1), offline: trueOrFalse };

const DEFAULT_TIMEOUT_MS = 3_000;
// A Date has whole seconds, and is as old as the way here.
const CLOSE_SECONDS = 5;
// By the codes and words of the runtimes, which agree on none.
const OF_THE_NAME = /ENOTFOUND|EAI_|ENODATA|getaddrinfo|\bdns\b/i;
const OF_TLS = /CERT|ISSUER|SIGNATURE|TLS|SSL|EPROTO/i;

export interface CheckEnvironment {
  readonly operation: OperationId;
  readonly settings: Settings;
  /** Signs for nobody: what the client has learnt about the clock stays as it is. */
  readonly signing: () => SigningLayer;
  readonly send: (call: SignedCall) => Promise<Result>;
  readonly begin: UnderWay['begin'];
}

/** Makes the client's `check`: what a call does up to where it would send, and then one request without a signature, which cannot mint. */
export function createCheck({
  operation,
  settings,
  signing,
  send,
  begin,
}: CheckEnvironment): (options?: CheckOptions) => Promise<CheckReport> {
  const { elapsed, now } = settings;
  const time = { ...settings, begin };
  /** Whoever checks at the same time waits for the same answer: a probe that anyone can reach must not become many requests. */
  let asking: Promise<Check[]> | undefined;

  async function checkConfiguration(timeoutMs: number): Promise<DatedCall> {
    const { wait } = startProgress(0, elapsed);
    const call: Call = { operation, callId: 0, fields: {}, headers: {}, attempt: 1, clockOffsetMs: 0, signal: undefined, wait };
    settings.baseUrl();
    let signed: DatedCall | undefined;
    const unsent = signing()(async (it) => {
      signed = it;
      return { status: 0, headers: undefined as never, data: undefined };
    });
    await timeout(timeoutMs, time)(call, unsent);
    return signed!;
  }

  async function checkAnswer(signed: DatedCall, timeoutMs: number): Promise<Check[]> {
    const begun = elapsed();
    const isPlain = settings.baseUrl().startsWith('http:');
    const { fields, algorithm } = signatureScheme;
    /** The checks of the way there, in order: what was found, and for the rest why it cannot be told. */
    const report = (found: Partial<Record<Check['name'], [Check['status'], string]>>, otherwise: string): Check[] =>
      (['name', 'TLS', 'answer', 'clock'] as const).map((name) => {
        const [status, message] = found[name] ?? ['skipped', otherwise];
        return { name, status, message, ...(name === 'answer' && { durationMs: elapsed() - begun }) };
      });
    const reached = (status: Check['status'], message: string, clockOffsetMs: number | undefined): Check[] =>
      report(
        {
          name: ['passed', 'the host was reached'],
          TLS: isPlain ? ['skipped', 'plain HTTP has none'] : ['passed', 'the certificate is trusted'],
          answer: [status, message],
          ...(clockOffsetMs !== undefined && { clock: clockOf(clockOffsetMs) }),
        },
        'the answer has no date to go by',
      );

    try {
      // With one of the signature's two fields, and none of the operation's: FinAuth has to refuse it, whoever it is from.
      const unsigned = { ...signed, fields: { [fields.version]: algorithm } };
      const { status, headers } = await timeout(timeoutMs, time)(unsigned, ({ signal }) => send({ ...unsigned, signal }));
      const serverTime = serverTimeOf(headers, now());
      return reached('passed', `the answer is ${status}`, serverTime === undefined ? undefined : serverTime - now());
    } catch (error) {
      if (error instanceof FinAuthApiError) {
        const { status, code, retry, message, clockOffsetMs } = error;
        if (retry === 'later') return reached('warned', message, clockOffsetMs);
        // Another's words, or FinAuth's at another path.
        if (status === 404 || !Object.hasOwn(errorAdvice, code)) return reached('failed', message, clockOffsetMs);
        return reached('passed', `FinAuth answers: ${status} ${code} to a request without a signature, as it has to`, clockOffsetMs);
      }
      if (error instanceof FinAuthResponseError) return reached(error.retry === 'later' ? 'warned' : 'failed', error.message, undefined);
      if (!(error instanceof FinAuthConnectionError)) throw error;
      const { message } = error;
      const said = causesOf(error);
      if (OF_THE_NAME.test(said)) return report({ name: ['failed', message] }, 'the host was not found');
      if (OF_TLS.test(said))
        return report({ name: ['passed', 'the host was reached'], TLS: ['failed', message] }, 'there is no connection');
      return report({ answer: ['failed', message] }, 'there is no answer');
    }
  }

  return async (options = {}) => {
    try {
      checkOptions(options, rules, undefined, 'check: ');
      const { timeoutMs = Math.min(settings.timeoutMs, DEFAULT_TIMEOUT_MS), offline = false } = options;
      const begun = elapsed();
      const signed = await checkConfiguration(timeoutMs);
      const message = `credentials, options and environment are complete, for ${settings.baseUrl()}`;
      const checks: Check[] = [{ name: 'configuration', status: 'passed', message, durationMs: elapsed() - begun }];
      if (!offline) checks.push(...(await (asking ??= checkAnswer(signed, timeoutMs).finally(() => (asking = undefined)))));
      return { ok: checks.every(({ status }) => status !== 'failed'), checks };
    } catch (error) {
      throw forCaller(error, 0);
    }
  };
}

function clockOf(offsetMs: number): [Check['status'], string] {
  const seconds = Math.round(Math.abs(offsetMs) / 1000);
  if (seconds <= CLOSE_SECONDS) return ['passed', "this machine's clock is within a few seconds of FinAuth's"];
  const says = `this machine's clock is ${seconds} s ${offsetMs > 0 ? 'behind' : 'ahead of'} FinAuth's. Set it by NTP`;
  return offsetMs > MOST_AHEAD_MS
    ? ['failed', `${says}: more than the SDK corrects`]
    : ['warned', `${says}: until then, the first call fails once, and signatures are corrected after it`];
}

/** What an error of the network says of itself: codes and words of its causes. */
function causesOf(error: Error): string {
  const causes = [];
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause) causes.push((cause as { code?: unknown }).code, cause.message);
  return causes.join(' ');
}
