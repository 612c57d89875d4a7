import { signatureScheme } from '@finauth-sdk/client';
import type { Middleware } from '../call.ts';
import type { Clock } from '../clock.ts';
import { type Credentials, createSigner, type Signer, type SignerOptions, signerRules } from '../createSigner.ts';
import { FinAuthApiError, FinAuthConfigError, FinAuthError } from '../errors.ts';
import type { OnEvent } from '../events.ts';

/** The credentials themselves, or a function that fetches them: it is asked for each attempt, so that they can be rotated. */
export type CredentialsSource = Credentials | (() => Credentials | Promise<Credentials>);

/**
 * Adds the signature to the fields, before they become a body, and tells the clock what the answer says of the time. Of the options, those of the signer count.
 * Innermost, so that each attempt has a fresh time and random.
 */
export function sign(source: CredentialsSource, clock: Clock, options: SignerOptions, emit: OnEvent): Middleware {
  const own = Object.fromEntries(Object.entries(options).filter(([name]) => Object.hasOwn(signerRules, name)));
  const signerFor = rememberLast((credentials) => {
    const signer = createSigner(credentials, own);
    refusePadding(credentials);
    return signer;
  });
  const { fields, algorithm } = signatureScheme;
  if (typeof source !== 'function') signerFor(source);

  return async (call, next) => {
    const signer = signerFor(typeof source === 'function' ? await ask(source) : source);
    const reading = clock.read(call.clockOffsetMs || undefined);
    const signature = signer.sign(Math.floor(reading.time / 1000));
    const { operation, callId, attempt } = call;
    const learnt = (offsetMs: number): void => emit({ type: 'clockCorrected', operation, callId, attempt, offsetMs });
    try {
      const signed = { ...call.fields, [fields.sign]: signature, [fields.version]: algorithm };
      const result = await next({ ...call, clockOffsetMs: reading.offsetMs, fields: signed });
      clock.succeeded(reading, () => result.headers, learnt);
      return result;
    } catch (error) {
      if (error instanceof FinAuthApiError) clock.refused(reading, error, learnt);
      throw error;
    }
  };
}

async function ask(provider: () => Credentials | Promise<Credentials>): Promise<Credentials> {
  try {
    return await provider();
  } catch (cause) {
    if (cause instanceof FinAuthError) throw cause;
    // Neither its message nor its cause: a parser's error quotes the secret that it could not read.
    const { name, code } = (cause ?? {}) as { name?: unknown; code?: unknown };
    const known = [name, code].filter((word) => /^\w{1,40}$/.test(String(word ?? ''))).join(' ');
    throw new FinAuthConfigError(
      `The provider of the credentials failed (${known}). Log its error there: it may hold a secret, so it is not repeated here`,
    );
  }
}

/** A secret read from a file ends with the file's line end, and would be refused as another. */
function refusePadding(credentials: Credentials): void {
  for (const name of ['apiKey', 'apiSecret'] as const)
    if (credentials[name] !== credentials[name].trim())
      throw new FinAuthConfigError(`${name} begins or ends with white space, in the credentials or the environment: remove it`);
}

/** Keeps the signer as long as the credentials stay the same. */
function rememberLast(make: (credentials: Credentials) => Signer): (credentials: Credentials) => Signer {
  let last: { credentials: Credentials; signer: Signer } | undefined;
  return (credentials) => {
    const same =
      last !== undefined && last.credentials.apiKey === credentials?.apiKey && last.credentials.apiSecret === credentials.apiSecret;
    if (!same) last = { credentials: { ...credentials }, signer: make(credentials) };
    return last!.signer;
  };
}
