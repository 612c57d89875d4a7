import { signatureScheme } from '@finauth-sdk/client';
import type { Middleware } from '../call.ts';
import type { Clock } from '../clock.ts';
import { type Credentials, createSigner, type Signer, type SignerOptions } from '../createSigner.ts';
import { FinAuthConfigError, FinAuthError } from '../errors.ts';
import { withoutSecrets } from '../withoutSecrets.ts';

/** The credentials themselves, or a function that fetches them: it is asked for each attempt, so that they can be rotated. */
export type CredentialsSource = Credentials | (() => Credentials | Promise<Credentials>);

/** Adds the signature to the fields, before they become a body. Innermost, so that each attempt has a fresh time and random. */
export function sign(source: CredentialsSource, clock: Clock, options: SignerOptions): Middleware {
  const signerFor = rememberLast((credentials) => createSigner(credentials, { ...options, now: clock.now }));
  const { fields, algorithm } = signatureScheme;
  if (typeof source !== 'function') signerFor(source);

  return async (call, next) => {
    const signer = signerFor(typeof source === 'function' ? await ask(source) : source);
    return next({ ...call, fields: { ...call.fields, [fields.sign]: signer.sign(), [fields.version]: algorithm } });
  };
}

async function ask(provider: () => Credentials | Promise<Credentials>): Promise<Credentials> {
  try {
    return await provider();
  } catch (cause) {
    if (cause instanceof FinAuthError) throw cause;
    throw new FinAuthConfigError('The provider of the credentials failed, so that nothing could be signed. See the cause.', {
      cause: withoutSecrets(cause),
    });
  }
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
