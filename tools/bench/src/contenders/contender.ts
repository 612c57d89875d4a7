/** One way to get a token. */
export interface Contender {
  readonly name: string;
  /** Whether it is ours: the report sets it off. */
  readonly isOurs?: boolean;
  /** Makes it ready for one server and one pair of credentials. What can be done once is done here. */
  connect(target: Target): Connection | Promise<Connection>;
}

export interface Target {
  /** Scheme, host and port, without a slash at the end. */
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

export interface Connection {
  /** One signed call: the token, read out of the parsed answer. */
  getToken(): Promise<string>;
  close?(): void | Promise<void>;
}

/** What every contender asks with. */
export const LIVENESS_ID = 'your-scene';
export const UUID = 'user-0042';

/** What every contender with a timeout waits for at most. */
export const TIMEOUT_MS = 10_000;
