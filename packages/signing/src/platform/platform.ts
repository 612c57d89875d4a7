/** The part of an AbortSignal that is used. Every runtime's signal fits, and so does that of jsdom, another realm or a library. */
export interface AbortSignalLike {
  /** Whether it has been aborted. */
  readonly aborted: boolean;
  /** What the call rejects with. Signals of old polyfills have none: the call then rejects with an AbortError. */
  readonly reason?: unknown;
  /** Has the listener called when it is aborted. */
  addEventListener(type: 'abort', listener: () => void): void;
  /** Takes the listener away, once the call has ended. */
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** The part of Headers that is used. */
export interface HeadersLike {
  /** The value of a header, by its name in any case; several of one name joined by commas. */
  get(name: string): string | null;
  /** Whether there is a header of this name. */
  has(name: string): boolean;
  /** Calls back with each header, its name in lower case. */
  forEach(callback: (value: string, name: string) => void): void;
  [Symbol.iterator](): Iterator<[name: string, value: string]>;
}

interface FetchInitLike {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined for a GET. */
  readonly body: string | Uint8Array | undefined;
  readonly signal: PlatformAbortSignal | null;
  readonly redirect: 'error' | 'manual';
}

interface ResponseLike {
  readonly status: number;
  readonly headers: PlatformHeaders;
  readonly body: { getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> } } | null;
}

// A project need not have the types of a browser, nor of Node: where a global has no type, what is used of it is the type.

/** The project's own AbortSignal type, if it has one. */
export type PlatformAbortSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } }
  ? Signal
  : AbortSignalLike & { throwIfAborted(): void };

/** The project's own Headers type, if it has one. */
export type PlatformHeaders = typeof globalThis extends { Headers: { prototype: infer Headers } } ? Headers : HeadersLike;

/** The project's own `fetch` type, if it has one. */
export type PlatformFetch = typeof globalThis extends { fetch: infer Fetch }
  ? Fetch
  : (url: string, init: FetchInitLike) => Promise<ResponseLike>;
