import { type Complain, isObject } from '../rules.ts';

// What belongs to the body and the connection is not the caller's to say.
const RESERVED =
  /^(?:content-(?:type|length|encoding|range)|transfer-encoding|te|trailer|host|connection|proxy-connection|keep-alive|upgrade|expect)$/;

// What RFC 9110 has in a field's value. Headers take more, which connections then refuse.
const VISIBLE = /^[\t -~\u0080-\u00ff]*$/;

/** A copy with names in small letters, judged by the platform: what is sent, also by a second attempt, is what was judged. */
export function checkHeaders(headers: unknown, complain: Complain): Readonly<Record<string, string>> {
  let copy: Headers;
  try {
    if (!isObject(headers) || !Object.values(headers).every((value) => typeof value === 'string')) throw new TypeError();
    copy = new Headers(headers as Record<string, string>);
    if (![...copy.values()].every((value) => VISIBLE.test(value))) throw new TypeError();
  } catch {
    throw complain(
      'headers',
      'must be an object of names and strings that are legal in HTTP, each on one line and without control characters',
    );
  }
  const entries = [...copy];
  for (const [name] of entries) if (RESERVED.test(name)) throw complain(`headers.${name}`, 'is set by the client itself: leave it out');
  return Object.fromEntries(entries);
}
