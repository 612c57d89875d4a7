import { signatureScheme } from '@finauth-sdk/client';
import type { FinAuthOptions } from '@finauth-sdk/signing';
import type { Socket } from 'node:net';
import { goodAnswer } from '../faults.ts';
import type { Fault } from '../faultServer.ts';
import type { VirtualClock } from '../virtualClock.ts';

/** What the caller must see. */
export type Sees =
  | { readonly success: Readonly<Record<string, unknown>> }
  | {
      readonly error: 'FinAuthApiError' | 'FinAuthResponseError' | 'FinAuthConnectionError' | 'FinAuthTimeoutError';
      readonly code: string;
      readonly retryable: boolean;
      readonly detail?: string;
      readonly status?: number;
      readonly requestId?: string;
      readonly timeUsed?: number | undefined;
      /** What the message must say, and what it must not. */
      readonly says?: RegExp;
      readonly saysNot?: RegExp;
    };

export interface RowContext {
  readonly clock: VirtualClock;
  /** Another host than the one that is called. */
  readonly otherUrl: string;
}

export interface Ports {
  readonly server: number;
  /** Nothing listens there. */
  readonly closed: number;
}

export interface Row {
  /** What the server does. */
  readonly fault: string;
  readonly sees: Sees;
  readonly attempts: number;
  /** How long the call takes on the injected clock, to the millisecond: its pauses are not left to chance, and no answer takes time on it. */
  readonly takesMs: number;
  /** One fault for each request in turn. The last one stays. */
  readonly faults?: Fault | readonly Fault[];
  /** The same, where they need to know the clock or the other host. */
  readonly faultsOf?: (context: RowContext) => readonly Fault[];
  readonly onConnection?: (socket: Socket) => void;
  /** What every name resolves to. No resolver is asked. */
  readonly resolvesTo?: readonly string[];
  /** A call that succeeds goes before the one that counts. */
  readonly afterOneCall?: boolean;
  /** So many attempts the server leaves to the client's clock: only then does the clock go on within an attempt. */
  readonly stalls?: number;
  /** How many of the attempts reach the server as requests, where it is not all. */
  readonly reach?: number;
  readonly options?: (ports: Ports) => Partial<FinAuthOptions>;
  /** What is otherwise over fetch: there the runtime decompresses, and tells of it only that it failed. */
  readonly overFetch?: Partial<Pick<Row, 'sees' | 'attempts' | 'takesMs' | 'stalls'>>;
}

// What the defaults make with the longest pauses: two retries, 300 and 600 ms before them, ten seconds for an attempt.
export const BACKOFF_1 = 300;
const BACKOFFS = 300 + 600;
export const TIMEOUT = 10_000;
export const TIMEOUTS = 3 * TIMEOUT + BACKOFFS;
export const MIB = 1_048_576;
export const YEAR_S = 31_536_000;
export const ALL = Number.POSITIVE_INFINITY;

export const success: Sees = { success: goodAnswer };
export const lost: Sees = { error: 'FinAuthConnectionError', code: 'ERR_CONNECTION', retryable: true };
export const timedOut: Sees = { error: 'FinAuthTimeoutError', code: 'ERR_TIMEOUT', retryable: true };
export const notTheApis = (status: number): Sees => ({ error: 'FinAuthResponseError', code: 'ERR_RESPONSE', retryable: false, status });
export const gateway = (status: number): Sees => ({ error: 'FinAuthResponseError', code: 'ERR_RESPONSE', retryable: true, status });
export const refused = (status: number, code: string, detail?: string): Sees => ({
  error: 'FinAuthApiError',
  code,
  retryable: false,
  status,
  ...(detail !== undefined && { detail }),
});
export const failed = (status: number, code: string, detail?: string): Sees => ({ ...refused(status, code, detail), retryable: true });

/** Not asked again. */
export const once = { attempts: 1, takesMs: 0 };
/** Asked three times, with the pauses of the defaults. */
export const thrice = { attempts: 3, takesMs: BACKOFFS };

export const json = JSON.stringify(goodAnswer);
export const length = Buffer.byteLength(json);
export const html = '<html><head><title>Oh</title></head><body>Something is wrong.</body></html>';
export const asHtml = { 'content-type': 'text/html' };
export const nested = '['.repeat(10_000) + ']'.repeat(10_000);
export const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
export const at = (clock: VirtualClock, seconds: number): string => new Date(clock.now() + seconds * 1000).toUTCString();
/** A text without its signs, each of them as what `escape` makes of its number in hex. */
const escaped = (text: string, escape: (hex: string) => string): string =>
  text.replaceAll(/[^a-z0-9]/gi, (sign) => escape(sign.charCodeAt(0).toString(16)));
export const hexEscaped = (text: string): string => escaped(text, (hex) => `&#x${hex};`);
export const jsonEscaped = (text: string): string => escaped(text, (hex) => `\\u00${hex}`);
export const htmlEscaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('+', '&#43;').replaceAll('=', '&#61;');
export const signOf = ({ sign = '' }: { sign: string | undefined }): string => sign;
export const rawOf = ({ sign = '' }: { sign: string | undefined }): string =>
  Buffer.from(sign, 'base64').subarray(signatureScheme.digestBytes).toString();
