import type { Why } from '../judge/ruling.ts';

/** One request to the sandbox, as its page shows it. Signatures and the secret are masked. */
export interface RequestRecord {
  /** Counts from 1. */
  readonly number: number;
  /** When it came, by the sandbox's clock. */
  readonly at: Date;
  /** The HTTP method. */
  readonly method: string;
  /** The path as it was asked for, without the query. */
  readonly path: string;
  /** The IP address that it came from. */
  readonly address: string;
  /** The operation that was called, if any. */
  readonly operation?: string;
  /** What was decided: `scenario` if a test ID requested the response, `failure` if `set` did. */
  readonly verdict: 'accepted' | 'refused' | 'scenario' | 'failure';
  /** The HTTP status of the answer. */
  readonly status: number;
  /** The `error` of the response, as sent. */
  readonly error?: string;
  /** Why it got this answer. */
  readonly why: Why;
  /** What an integrator should do, in the error model's words. */
  readonly remedy?: string;
  /** The fields that arrived, shortened. */
  readonly fields: Readonly<Record<string, string>>;
  /** How far the signature's clock is ahead of the sandbox's; negative if it is behind. */
  readonly clockOffsetSeconds?: number;
  /** The answer's request_id. */
  readonly requestId?: string;
  /** How long the sandbox took for it, in milliseconds, `latencyMs` included. */
  readonly durationMs: number;
}

/** Keeps the latest requests, and tells who listens. */
export interface RequestLog {
  add(record: RequestRecord): void;
  /** A copy of what is kept, the latest last. */
  list(): readonly RequestRecord[];
  /** Calls back at each request from now on. Returns what ends it. */
  listen(listener: (record: RequestRecord) => void): () => void;
}

export function createRequestLog(capacity: number): RequestLog {
  const ring: RequestRecord[] = [];
  const listeners = new Set<(record: RequestRecord) => void>();
  let next = 0;
  return {
    add(record) {
      ring[next] = record;
      next = (next + 1) % capacity;
      for (const listener of listeners) listener(record);
    },
    list: () => [...ring.slice(next), ...ring.slice(0, next)],
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
