import type * as client from '@finauth-sdk/client';
import type * as signing from '@finauth-sdk/signing';
import type * as validator from '@finauth-sdk/validator';

/** The modules that are tried, as the runtime found them. A runner may put its own `createFinAuth` in place, such as one over another transport. */
export interface Modules {
  readonly client: typeof client;
  readonly signing: typeof signing;
  readonly validator: typeof validator;
}

/** A sandbox that runs, as JSON can tell of it. */
export interface Environment {
  readonly baseUrl: string;
  /** A port of this machine on which nobody listens. */
  readonly deadUrl: string;
  readonly credentials: signing.Credentials;
  /** A liveness_id for each answer of the error model. */
  readonly liveness: Readonly<Record<string, string>>;
  /** A verify_id for each answer to `verify`. */
  readonly verifyIds: Readonly<Record<string, string>>;
}

export interface Given extends Modules {
  readonly environment: Environment;
}

/** A case throws, or rejects, if what it says does not hold. */
export interface Case {
  readonly name: string;
  /** For a kind of trouble that users of this or a comparable SDK have had: where it was seen, and what a user must see. */
  readonly world?: { readonly seen: string; readonly right: string };
  run(): void | Promise<void>;
}

/** What became of a case. */
export interface Outcome {
  readonly name: string;
  readonly error?: string;
}
