import { errorAdvice } from '@finauth-sdk/client';

// What gateways, networks, TLS and runtimes say when something fails, and what their codes are made of. The API's own words come from the error model.
const WORDS = `gateway proxy service unavailable blocked too large many timeout upstream connect connection reset refused closed failed nginx cloudflare
fetch socket hang up other side tunnel network certificate cert self signed unable verify issuer leaf hostname altname TLS SSL
getaddrinfo dns EAI ENOTFOUND ECONNREFUSED ECONNRESET ETIMEDOUT EPIPE EHOSTUNREACH ENETUNREACH ENOENT EACCES ERR UND depth zero has type syntax aggregate exception function undefined null access something
account authentication authorization balance bad body brand card client comparison consult contact corporate country data destroyed device disabled enabled error
exceeded expired face field format found future header host idcard image internal invalid login maintenance missing name overloaded page parameter password payment
permission photo policy product properties property quota rate read reading reason region rejected request required response scene secure security server size
support suspended requests code known cannot temporarily unknown unsupported version whitelist`;

let words: ReadonlyMap<string, string> | undefined;

/** All words that a text from outside is shown in, as they are written, by their letters in lower case. */
export function vocabulary(): ReadonlyMap<string, string> {
  return (words ??= new Map(
    (JSON.stringify(errorAdvice).toLowerCase() + WORDS).match(/[a-z]{2,}/gi)!.map((word) => [word.toLowerCase(), word]),
  ));
}

/** The name or code of an error, such as `TypeError` or `ERR_TLS_CERT_ALTNAME_INVALID`, if it is made of words of the vocabulary alone. */
export function knownName(name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined;
  const parts = name.split(/_|(?<=[a-z])(?=[A-Z])|(?=[A-Z][a-z])/);
  return parts.length < 9 && parts.every((part) => vocabulary().has(part.toLowerCase())) ? name : undefined;
}
