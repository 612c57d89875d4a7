import { randomUUID } from 'node:crypto';
import { type ErrorEntry, errorCatalogue, type ErrorResponse } from '@finauth-sdk/client';
import type { Call } from '../call.ts';
import type { Act, Refusal } from './ruling.ts';

/** What goes over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, or what is sent as JSON. */
  readonly body: unknown;
}

/** An answer to a call that was accepted, and the tokens in it, each with its lifetime in seconds. */
export interface Acceptance extends Answer {
  readonly tokens: readonly { readonly token: string; readonly field: string; readonly lifetimeSeconds: number }[];
}

const json = { 'Content-Type': 'application/json' };

/** The answer to a call that is refused, with the status that the error model has for its code. */
export function answerRefusal({ code, detail }: Refusal, at: number, timeUsed: number): Answer {
  const body: ErrorResponse = { error: detail === undefined ? code : `${code}: ${detail}`, request_id: uniqueId(at), time_used: timeUsed };
  // Whichever codes the error model loses, a call that is wrong is still refused.
  const { status } = (errorCatalogue as Readonly<Record<string, ErrorEntry | undefined>>)[code] ?? { status: 400 };
  return { status, headers: json, body };
}

/** The answer that was asked for: the spec's example, with an ID and a time of its own where the example has one. */
export function answerAct({ scenario }: Act, at: number, timeUsed: number): Answer {
  const { status, headers, body } = scenario;
  return { status, headers, body: body !== null && typeof body === 'object' ? withOwn(body, at, timeUsed) : body };
}

/** The answer to a call that is accepted: the spec's first example of success, or another, with tokens and IDs unlike any other. */
export function answerAcceptance({ route, at }: Call, timeUsed: number, example: object = route!.success.example): Acceptance {
  const { status, tokens, unique } = route!.success;
  const own = [...Object.keys(tokens), ...unique].filter((name) => Object.hasOwn(example, name));
  const fresh = Object.fromEntries(own.map((name) => [name, uniqueId(at)]));
  return {
    status,
    headers: json,
    body: { ...withOwn(example, at, timeUsed), ...fresh },
    tokens: Object.entries(tokens).flatMap(([field, lifetimeSeconds]) => {
      const token = fresh[field];
      return token === undefined ? [] : [{ token, field, lifetimeSeconds }];
    }),
  };
}

/** The answer to another site's page, in words for whoever looks into the browser's console. FinAuth has no such answer. */
export function answerForeign(why: string): Answer {
  return { status: 403, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' }, body: `${why}\n` };
}

/** An example with an ID and a time of its own, where it has one. */
function withOwn(example: object, at: number, timeUsed: number): object {
  const own: Omit<ErrorResponse, 'error'> = { request_id: uniqueId(at), time_used: timeUsed };
  return { ...example, ...Object.fromEntries(Object.entries(own).filter(([name]) => name in example)) };
}

/** An ID as FinAuth's are: the time in seconds, a comma, a UUID. */
function uniqueId(at: number): string {
  return `${Math.floor(at / 1000)},${randomUUID()}`;
}
