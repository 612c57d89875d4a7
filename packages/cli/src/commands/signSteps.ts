import { canonicalize, type Credentials, digest, encodeSign } from '@finauth-sdk/signing';

/** A signature for a random number that is given as digits, which may begin with zeros. */
export function signSteps(
  { apiKey, apiSecret }: Credentials,
  times: { readonly currentTime: number; readonly expireTime: number },
  random: string,
): string {
  // The random number comes last. A number has no zeros before it, so that its place is held by one.
  const raw = canonicalize({ apiKey, ...times, random: 0 }).slice(0, -1) + random;
  return encodeSign(digest(raw, apiSecret), raw);
}
