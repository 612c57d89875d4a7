import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { answerForeign } from './answer.ts';
import { explainForeign } from './foreignRequest.ts';
import { defaultLimits, type Limits } from './form/limits.ts';
import { liveness, testIds } from './generated/scenarios.ts';
import type { House } from './house.ts';
import { createTokenStore, type IssuedToken, type IssuedTokens } from './issuedTokens.ts';
import { createOwnHosts, type OwnHosts } from './ownHosts.ts';
import { createPauses } from './pauses.ts';
import { createPhone, type Phone } from './phone.ts';
import { createRequestLog, type RequestRecord } from './requestLog.ts';
import { createSandboxClock, type SandboxClock } from './sandboxClock.ts';
import { sendAnswer, sendRawAnswer } from './sendAnswer.ts';
import { pathOf, type Premises, refuseUnreadable, serveApi } from './serveApi.ts';
import { createPage, type Page, type PageState } from './servePage.ts';
import { PHONE_PATH, servePhone } from './servePhone.ts';
import { changeSettings, type Credentials, defaultSettings, type Settings } from './settings.ts';
import { createSeenSigns } from './signature/seenSigns.ts';
import { testIdRows } from './testId.ts';

declare global {
  // As the library of TypeScript has it, and @types/node: a project may have neither.
  interface SymbolConstructor {
    readonly asyncDispose: unique symbol;
  }
}

export interface SandboxOptions extends Partial<Settings> {
  /** Default: 0, any port that is free. */
  readonly port?: number;
  /** Default: `127.0.0.1`, this machine only. */
  readonly host?: string;
  /**
   * Hosts, besides `localhost` and the address it listens on, by which browsers may open the page: `'sandbox'` with any port, `'dev.test:8080'` with
   * this one. For what stands before it, such as a container's published port or a proxy. Calls from servers need none. Default: none.
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
}

/** A running sandbox. */
export interface Sandbox {
  /** The base URL: scheme, host and port. The live page is there too. */
  readonly url: string;
  /** What to sign with. */
  readonly credentials: Credentials;
  /** A test ID for each documented answer of any operation, by the answer's name. */
  readonly liveness: typeof liveness;
  /** The same by the operation's ID: each operation has its own answers only. */
  readonly testIds: typeof testIds;
  /** The requests that came, the latest last: a copy, at most as many as are kept. */
  readonly requests: readonly RequestRecord[];
  /** The tokens that were given. */
  readonly issued: IssuedTokens;
  /** The phone, which does with a token what you tell it to. */
  readonly phone: Phone;
  /** The sandbox's time, by which signatures and tokens expire and which each answer's Date has. */
  readonly clock: SandboxClock;
  /** How the sandbox stands at the moment. */
  readonly settings: Settings;
  /**
   * Changes the settings from the next call on. What is not named stays.
   *
   * @throws {TypeError} for a setting that does not exist or cannot be.
   */
  set(changes: Partial<Settings>): void;
  /** Ends every connection and frees the port. May be called again. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const KEEP_REQUESTS = 500;
const SHOWN_TOKENS = 100;

/** Starts a FinAuth of your own: a local server that judges calls as FinAuth does. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    port = 0,
    host = '127.0.0.1',
    allowedHosts = [],
    now = Date.now,
    random = Math.random,
    keepRequests = KEEP_REQUESTS,
    limits = {},
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
  const house: House = {
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
  const premises: Premises = { house, tokens, log, limits, wait: pauses.wait, nextNumber: () => ++count };

  const pageState = (): PageState => ({
    // Another one tells a page that the sandbox was started anew, with its numbers.
    id,
    url,
    apiKey: house.settings.credentials.apiKey,
    // A secret that the reader of this file does not know already is shown to nobody.
    ...(house.settings.credentials === defaultSettings.credentials && { apiSecret: house.settings.credentials.apiSecret }),
    now: clock.now(),
    settings: { ...house.settings, credentials: undefined },
    usual: { ...defaultSettings, credentials: undefined },
    testIds: testIdRows(),
    operations: Object.keys(testIds),
  });
  // The past is for a page that has just been opened: from then on it is told of each request by itself.
  const page = createPage(() => ({ ...pageState(), requests: log.list(), tokens: [...tokens].slice(-SHOWN_TOKENS).map(lifeOf) }));
  log.listen((record) => page.tell('request', record));

  const server = createSandboxServer(premises, page, phone, ownHosts);
  await listen(server, port, host);
  const url = urlOf(server.address() as AddressInfo);

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
      return house.settings.credentials;
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
      return house.settings;
    },
    set(change) {
      house.use(changeSettings(house.settings, change));
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** What the page shows of a token: no field of the call that made it. */
function lifeOf({ token, operation, request, issuedAt, expiresAt, state, outcome, usedBy }: IssuedToken): object {
  return { token, operation, request, issuedAt, expiresAt, state, outcome, usedBy };
}

function createSandboxServer(premises: Premises, page: Page, phone: Phone, ownHosts: OwnHosts): Server {
  const { headerMs = defaultLimits.headerMs, bodyMs = defaultLimits.bodyMs, connections = defaultLimits.connections } = premises.limits;
  // The request that is being read on a connection, to be told when no more of it can be.
  const reading = new WeakMap<Duplex, AbortController>();
  // The connections whose request had its answer before it was read to its end. Nothing else on them is a request.
  const answered = new WeakSet<Duplex>();

  const server = createServer({
    headersTimeout: headerMs,
    // A request that reads for too long is answered by readForm; this is the net under it.
    requestTimeout: headerMs + bodyMs + 5_000,
    connectionsCheckingInterval: Math.max(20, Math.min(1_000, Math.floor(headerMs / 4))),
    keepAliveTimeout: 5_000,
    maxHeaderSize: 16 * 1024,
    noDelay: true,
    // Node's own answer to a request without Host would not be in the API's form.
    requireHostHeader: false,
  });
  server.maxHeadersCount = 100;
  server.maxConnections = connections;

  const serve: RequestListener = (request, response) => {
    response.on('error', () => {});
    const path = pathOf(request.url);
    const isPage = page.has(request.method, path);
    const foreign = explainForeign(request, isPage, ownHosts);
    if (isPage && foreign === undefined) return page.serve(request, response, path);
    if (path === PHONE_PATH && request.method === 'POST' && foreign === undefined)
      return void servePhone(phone, request, response).catch(() => response.destroy());
    const stop = new AbortController();
    reading.set(request.socket, stop);
    const served =
      foreign === undefined
        ? serveApi(premises, request, response, stop.signal)
        : // Neither judged nor recorded: nothing that a foreign page does is to be seen in a test.
          sendAnswer(request, response, answerForeign(foreign), premises.house.clock.now(), !request.complete);
    served
      // A fault of ours ends that connection, not the sandbox.
      .catch(() => response.destroy())
      .finally(() => {
        if (reading.get(request.socket) === stop) reading.delete(request.socket);
        if (!request.complete) answered.add(request.socket);
      });
  };
  server.on('request', serve);
  // Nor would its answer to an Expect that it does not know.
  server.on('checkExpectation', serve);

  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const pending = reading.get(socket);
    if (pending !== undefined) return pending.abort(error.code ?? 'the connection failed');
    if (error.code === 'ECONNRESET' || !socket.writable || answered.has(socket)) return void socket.destroy();
    const { remoteAddress = '' } = socket as Duplex & { remoteAddress?: string };
    const answer = refuseUnreadable(
      premises,
      remoteAddress,
      `The bytes received were not an HTTP request that the sandbox can read (${error.code ?? 'malformed'}).`,
    );
    sendRawAnswer(socket, answer, premises.house.clock.now());
  });
  // Without a listener Node would cut the connection, with no answer.
  server.on('connect', ({ socket: { remoteAddress = '' } }, socket) => {
    sendRawAnswer(
      socket,
      refuseUnreadable(premises, remoteAddress, 'The sandbox is no proxy: CONNECT has no path.'),
      premises.house.clock.now(),
    );
  });
  return server;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done();
    });
  });
}

function urlOf({ address, port, family }: AddressInfo): string {
  const any = address === '0.0.0.0' || address === '::';
  return `http://${any ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
