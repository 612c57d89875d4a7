import { signatureScheme } from '@finauth-sdk/client';
import type { Call, DatedCall, Next, Result } from '../call.ts';
import type { Clock } from '../time/clock.ts';
import { type Credentials, createSigner, type Signer, type SignerOptions } from '../signature/createSigner.ts';
import { FinAuthConfigError, FinAuthError } from '../errors.ts';
import { readThrown } from '../thrown/readThrown.ts';
import { knownName } from '../answer/vocabulary.ts';

/** The credentials themselves, or a function that fetches them: it is called before each attempt, so that they can be rotated. */
export type CredentialsSource = Credentials | (() => Credentials | Promise<Credentials>);

/** The layer that signs, once it knows what sends. */
export type SigningLayer = (sent: (call: DatedCall) => Promise<Result>) => Next;

/**
 * Adds the signature to the fields, before they become a body, and hands the call on with what it was signed with.
 * Innermost, so that each attempt has a fresh time and random.
 */
export function sign(source: CredentialsSource, clock: Clock, options: SignerOptions): SigningLayer {
  const { fields, algorithm } = signatureScheme;

  // Kept as long as the credentials stay the same.
  let last: { readonly credentials: Credentials; readonly signer: Signer } | undefined;
  function signerFor(credentials: Credentials): NonNullable<typeof last> {
    const { apiKey, apiSecret } = credentials;
    if (last === undefined || last.credentials.apiKey !== apiKey || last.credentials.apiSecret !== apiSecret) {
      const signer = createSigner(credentials, options);
      refusePadding(credentials);
      last = { credentials, signer };
    }
    return last;
  }
  if (typeof source !== 'function') signerFor(read(source));

  return (sent) => async (call) => {
    const { credentials, signer } = signerFor(typeof source === 'function' ? await ask(source, call) : read(source));
    const reading = clock.read(call.clockOffsetMs || undefined);
    const signature = signer.sign(Math.floor(reading.time / 1000));
    const signed = { ...call.fields, [fields.sign]: signature, [fields.version]: algorithm };
    return sent({ ...call, credentials, reading, clockOffsetMs: reading.offsetMs, fields: signed });
  };
}

async function ask(provider: () => Credentials | Promise<Credentials>, { wait }: Call): Promise<Credentials> {
  if (wait !== undefined) wait.for = 'It was waiting for your provider of credentials.';
  let given: Credentials;
  try {
    given = await provider();
  } catch (cause) {
    throw unreadable('The provider of the credentials failed', cause);
  }
  return read(given);
}

/** A copy, read once: a getter may fail, as a provider may. */
function read(credentials: Credentials): Credentials {
  try {
    const { apiKey, apiSecret } = credentials ?? {};
    return { apiKey, apiSecret };
  } catch (cause) {
    throw unreadable('The credentials cannot be read', cause);
  }
}

/** Neither its message nor its cause: a parser's error quotes the secret that it could not read. */
function unreadable(what: string, cause: unknown): FinAuthError {
  if (cause instanceof FinAuthError) return cause;
  const { name, code } = readThrown(cause);
  const known = [...new Set([name, code].map(knownName))].filter(Boolean).join(' ');
  return new FinAuthConfigError(`${what}${known && ` (${known})`}. Log its error there: it may hold a secret, so it is not repeated here`);
}

/** A secret read from a file ends with the file's line end, and would be refused as another. */
function refusePadding(credentials: Credentials): void {
  for (const name of ['apiKey', 'apiSecret'] as const)
    if (credentials[name] !== credentials[name].trim())
      throw new FinAuthConfigError(`${name} begins or ends with white space, in the credentials or the environment: remove it`);
}
