import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerAcceptance, answerAct, answerRefusal, type Acceptance, type Answer } from '../judge/answer.ts';
import type { Call } from '../call.ts';
import { describeCall } from '../log/describeCall.ts';
import type { Limits } from '../form/limits.ts';
import { readForm } from '../form/readForm.ts';
import { outcomes } from '../generated/outcomes.ts';
import type { State } from '../state/state.ts';
import { signatureScheme } from '@finauth-sdk/client';
import type { TokenStore } from '../state/issuedTokens.ts';
import { judge } from '../judge/judge.ts';
import { judgePath } from '../judge/judgePath.ts';
import { usedUp } from '../judge/judgeToken.ts';
import type { RequestLog } from '../log/requestLog.ts';
import { type Act, refuse, type Ruling } from '../judge/ruling.ts';
import { sendAnswer } from './sendAnswer.ts';

/** Everything that serving the API needs. */
export interface Environment {
  readonly state: State;
  readonly tokens: TokenStore;
  readonly log: RequestLog;
  readonly limits: Limits;
  /** Resolves after so long, or at once when the sandbox closes. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** The number of the next request. */
  readonly nextNumber: () => number;
}

/** Serves the API: reads, judges, answers and records one request. `stop` says that no more of it can be read. */
export async function serveApi(
  environment: Environment,
  request: IncomingMessage,
  response: ServerResponse,
  stop: AbortSignal,
): Promise<void> {
  const { state, limits } = environment;
  const began = performance.now();
  const call: Call = {
    number: environment.nextNumber(),
    at: state.clock.now(),
    method: request.method ?? '',
    path: pathOf(request.url),
    address: addressOf(request),
  };
  let ruling: Ruling | undefined = judgePath(call);
  let unread = true;
  if (call.route !== undefined) {
    call.form = await readForm(request, call.route, limits, stop);
    unread = call.form.unread;
    ruling = judge(call, state);
  }

  // Refused for their number or before it, calls are not at work.
  const admitted = ruling?.verdict !== 'refused';
  if (admitted) state.atWork++;
  // At once, since another call may come with the same token while this one is at work.
  const succeeds = ruling === undefined || isOwnSuccess(ruling);
  if (succeeds) for (const token of usedUp(call)) environment.tokens.use(token, call.number);
  if (ruling === undefined && state.settings.quota !== null) state.use({ ...state.settings, quota: state.settings.quota - 1 });
  try {
    await environment.wait(state.settings.latencyMs);
    const timeUsed = Math.round(performance.now() - began);
    const answer = answerTo(call, ruling, timeUsed, environment.tokens);
    environment.log.add(describeCall(call, ruling, answer, state.settings.credentials.apiSecret, timeUsed));
    await sendAnswer(request, response, answer, state.clock.now(), (unread && !request.complete) || stop.aborted);
  } finally {
    if (admitted) state.atWork--;
  }
}

/** Records what could not even be read as a request, and returns its answer. */
export function refuseUnreadable({ state, log, nextNumber }: Environment, address: string, message: string): Answer {
  const call: Call = { number: nextNumber(), at: state.clock.now(), method: '', path: '', address };
  const ruling = refuse('API_NOT_FOUND', { message });
  const answer = answerRefusal(ruling, call.at, 0);
  log.add(describeCall(call, ruling, answer, state.settings.credentials.apiSecret, 0));
  return answer;
}

function answerTo(call: Call, ruling: Ruling | undefined, timeUsed: number, tokens: TokenStore): Answer {
  if (ruling !== undefined && 'code' in ruling) return answerRefusal(ruling, call.at, timeUsed);
  if (ruling !== undefined && !isOwnSuccess(ruling)) return answerAct(ruling, call.at, timeUsed);
  const answer = answerAcceptance(call, timeUsed, (ruling?.scenario.body as object | undefined) ?? phonesAnswer(call, tokens));
  issue(call, answer, tokens);
  return answer;
}

/** What the phone has ended with decides the answer, where the call takes a token of one that has. */
function phonesAnswer({ route, values }: Call, tokens: TokenStore): object | undefined {
  for (const { field, answers } of route!.takes) {
    const outcome = answers.unfinished === undefined ? undefined : tokens.get(String(values![field]))?.outcome;
    if (outcome !== undefined) return outcomes[outcome].answer;
  }
  return undefined;
}

/** Another kind of success that was asked for: with tokens that count. What refuses a call may look like a success too. */
function isOwnSuccess(ruling: Ruling): ruling is Act {
  return ruling.verdict !== 'refused' && ruling.scenario.isSuccess === true;
}

function issue({ number, at, route, values }: Call, { tokens: given }: Acceptance, tokens: TokenStore): void {
  const signed: string[] = Object.values(signatureScheme.fields);
  const fields = Object.fromEntries(
    Object.entries(values!).filter(([name]) => {
      const { kind, isPersonal } = route!.fields[name]!;
      return !signed.includes(name) && kind !== 'file' && isPersonal !== true;
    }),
  );
  for (const { token, field, lifetimeSeconds } of given) {
    tokens.add({
      token,
      field,
      operation: route!.operationId,
      request: number,
      fields,
      issuedAt: new Date(at),
      expiresAt: new Date(at + lifetimeSeconds * 1000),
    });
  }
}

/** The path as it was asked for, without what follows a question mark, whether or not the request line has a scheme and a host too. */
export function pathOf(url: string = ''): string {
  return url.replace(/^https?:\/\/[^/]*/i, '').split(/[?#]/)[0]!;
}

/** The caller's address; one of IPv4 in the form of IPv4. */
function addressOf({ socket }: IncomingMessage): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
}
