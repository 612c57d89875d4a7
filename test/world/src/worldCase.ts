import type { TransportName } from '@finauth-sdk/test-faults/openTransport';

/** One kind of trouble that users of this or a comparable SDK have had. */
export interface WorldCase {
  /** What happens out there. */
  readonly kind: string;
  /** Where it was seen: an issue of another SDK, a framework's documentation, our own trial. */
  readonly seen: string;
  /** What a user must see. */
  readonly right: string;
  /** The transports that it can happen to. Default: all of them. */
  readonly transports?: readonly TransportName[];
  /** Brings it about on the transport of this run. Rejects unless what is right happens. */
  run(): Promise<void>;
}
