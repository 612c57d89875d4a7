import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import type { Limits } from './form/limits.ts';
import { liveness, testIds } from './generated/scenarios.ts';
import type { State } from './state/state.ts';
import { createTokenStore, type IssuedToken, type IssuedTokens } from './state/issuedTokens.ts';
import { createOwnHosts } from './server/ownHosts.ts';
import { createPauses } from './state/pauses.ts';
import { createPhone, type Phone } from './state/phone.ts';
import { createRequestLog, type RequestRecord } from './log/requestLog.ts';
import { createSandboxClock, type SandboxClock } from './state/sandboxClock.ts';
import { createSandboxServer, listen } from './server/sandboxServer.ts';
import type { Environment } from './server/serveApi.ts';
import { createPage, type PageState } from './server/servePage.ts';
import { changeSettings, type Credentials, defaultSettings, type Settings } from './state/settings.ts';
import { createSeenSigns } from './signature/seenSigns.ts';
import { testIdRows } from './judge/testId.ts';

declare global {
  // As the library of TypeScript has it, and @types/node: a project may have neither.
  interface SymbolConstructor {
    readonly asyncDispose: unique symbol;
  }
}

/** What a sandbox starts with: settings, which `set` can change later, and what stays as it is while it runs. */
export interface SandboxOptions extends Partial<Settings> {
  /** Default: 0, any free port. */
  readonly port?: number;
  /** Default: `127.0.0.1`, this machine only. */
  readonly host?: string;
  /**
   * Hosts, besides `localhost` and the address it listens on, under which browsers may open the page: `'sandbox'` with any port, `'dev.test:8080'`
   * with this port. Needed behind a container's published port or a proxy. Calls from servers do not need it. Default: none.
   */
  readonly allowedHosts?: readonly string[];
  /** The clock that the sandbox's own one starts from, in milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
  /** A number from 0 up to 1, for failures at a rate. Default: `Math.random`. */
  readonly random?: () => number;
  /** How many requests `requests` keeps. Default: 500. */
  readonly keepRequests?: number;
  /** What one request may cost. */
  readonly limits?: Limits;
  /** Called for each request with its entry in `requests`, for your own log. */
  readonly onRequest?: (record: RequestRecord) => void;
}

/** A running sandbox. */
export interface Sandbox {
  /** The base URL: scheme, host and port. The live page is there too. */
  readonly url: string;
  /** What to sign with. */
  readonly credentials: Credentials;
  /** A test ID for each documented answer of any operation, by the answer's name. */
  readonly liveness: typeof liveness;
  /** The same by operation ID: each operation has only its own responses. */
  readonly testIds: typeof testIds;
  /** The requests received, the latest last: a copy of those that are kept. */
  readonly requests: readonly RequestRecord[];
  /** The tokens that were issued. */
  readonly issued: IssuedTokens;
  /** The phone: it does what you tell it to with a token. */
  readonly phone: Phone;
  /** The sandbox's time: signatures and tokens expire by it, and it sets the Date of each response. */
  readonly clock: SandboxClock;
  /** The current settings. */
  readonly settings: Settings;
  /**
   * Changes the settings from the next call on. What you leave out stays.
   *
   * @throws {TypeError} for a setting that does not exist or has an invalid value.
   */
  set(changes: Partial<Settings>): void;
  /** Closes every connection and frees the port. Can be called more than once. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const KEEP_REQUESTS = 500;
const SHOWN_TOKENS = 100;

/**
 * Starts a local FinAuth: a server that checks calls like FinAuth.
 *
 * @example
 * ```ts
 * await using sandbox = await startSandbox();
 * const finauth = createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials });
 * ```
 *
 * @throws {TypeError} for an option or a setting that has an invalid value, and for a setting that does not exist. It rejects with Node's own error where the port
 *   is taken or not allowed (`EADDRINUSE`, `EACCES`).
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    port = 0,
    host = '127.0.0.1',
    allowedHosts = [],
    now = Date.now,
    random = Math.random,
    keepRequests = KEEP_REQUESTS,
    limits = {},
    onRequest,
    ...changes
  } = options;
  if (!Number.isSafeInteger(keepRequests) || keepRequests < 1) throw new TypeError('keepRequests must be a whole number from 1 on');

  // A name that it was given to listen on is its own too.
  const ownHosts = createOwnHosts(isIP(host) === 0 ? [...allowedHosts, host] : allowedHosts);

  const id = randomUUID();
  const clock = createSandboxClock(now, () => page.tell('state', pageState()));
  const tokens = createTokenStore(clock.now, undefined, undefined, (token) => page.tell('token', lifeOf(token)));
  const phone = createPhone(tokens, clock.now);
  let settings = changeSettings(defaultSettings, changes);
  const state: State = {
    get settings() {
      return settings;
    },
    use(next) {
      settings = next;
      page.tell('state', pageState());
    },
    clock,
    seenSigns: createSeenSigns(),
    tokens,
    atWork: 0,
    random,
  };
  const log = createRequestLog(keepRequests);
  const pauses = createPauses();
  let count = 0;
  const environment: Environment = { state, tokens, log, limits, wait: pauses.wait, nextNumber: () => ++count };

  const pageState = (): PageState => ({
    // Another one tells a page that the sandbox was started anew, with its numbers.
    id,
    url,
    apiKey: state.settings.credentials.apiKey,
    // A secret that the reader of this file does not know already is shown to nobody.
    ...(state.settings.credentials === defaultSettings.credentials && { apiSecret: state.settings.credentials.apiSecret }),
    now: clock.now(),
    settings: { ...state.settings, credentials: undefined },
    usual: { ...defaultSettings, credentials: undefined },
    testIds: testIdRows(),
    operations: Object.keys(testIds),
  });
  // The past is for a page that has just been opened: from then on it is told of each request by itself.
  const page = createPage(() => ({ ...pageState(), requests: log.list(), tokens: [...tokens].slice(-SHOWN_TOKENS).map(lifeOf) }));
  log.listen((record) => page.tell('request', record));
  // By itself, so that a log that fails costs no caller an answer.
  if (onRequest) log.listen((record) => queueMicrotask(() => onRequest(record)));

  const server = createSandboxServer(environment, page, phone, ownHosts);
  const url = await listen(server, port, host);

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> =>
    (closing ??= new Promise((done) => {
      page.close();
      pauses.end();
      server.close(() => done());
      server.closeAllConnections();
    }));

  return {
    url,
    get credentials() {
      return state.settings.credentials;
    },
    liveness,
    testIds,
    get requests() {
      return log.list();
    },
    issued: tokens,
    phone,
    clock,
    get settings() {
      return state.settings;
    },
    set(change) {
      state.use(changeSettings(state.settings, change));
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** What the page shows of a token: no field of the call that made it. */
function lifeOf({ token, operation, request, issuedAt, expiresAt, state, outcome, usedBy }: IssuedToken): object {
  return { token, operation, request, issuedAt, expiresAt, state, outcome, usedBy };
}
