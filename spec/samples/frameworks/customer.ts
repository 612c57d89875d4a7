import type { TokenRequest } from '@finauth-sdk/server';

/** Yours to write: the customer of your own session. */
export const customerOf = ({ headers }: Request) => (headers.get('authorization') === 'Bearer an-example-session' ? 'customer-0042' : null);

/** Who the user is, and what the token is for. Nothing of it comes from the phone, except its session. */
export async function authorize(request: Request): Promise<TokenRequest | Response> {
  const customer = customerOf(request);
  if (!customer) return new Response('Sign in first.', { status: 401 });
  return { liveness_id: process.env.FINAUTH_LIVENESS_ID ?? 'your-scene', uuid: await opaque(customer) };
}

/** Always the same for the same customer, and meaningless without the key. A new key turns all customers into new users. */
async function opaque(customer: string): Promise<string> {
  const secret = process.env.UUID_KEY;
  if (!secret) throw new Error('Set UUID_KEY to a secret of your own, such as the output of: openssl rand -hex 32');
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', text.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, text.encode(customer));
  return btoa(String.fromCharCode(...new Uint8Array(mac)));
}
