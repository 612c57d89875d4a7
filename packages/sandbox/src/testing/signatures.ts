import { signatureScheme } from '@finauth-sdk/client';
import hmacSha1 from '../../vectors/HMAC-SHA1.json' with { type: 'json' };
import hmacSha256 from '../../vectors/HMAC-SHA256.json' with { type: 'json' };

/** Signatures by openssl, right and wrong ones, of the digest that the spec asks for. vectors/makeSignatures.sh makes them. */
export const signatures: typeof hmacSha1 = { 'HMAC-SHA1': hmacSha1, 'HMAC-SHA256': hmacSha256 }[signatureScheme.digest];
