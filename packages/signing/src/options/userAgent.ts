import manifest from '../../package.json' with { type: 'json' };
import type { Rule } from '../rules.ts';

// RFC 9110, 10.1.5: products, each a token with a version that may be left out, and comments.
const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const PRODUCTS = new RegExp(`^${TOKEN}(?:/${TOKEN})?(?: (?:${TOKEN}(?:/${TOKEN})?|\\([ -'*-\\[\\]-~]*\\)))*$`);
const LONGEST = 256;

export const userAgentRule: Rule = [
  (value) => typeof value === 'string' && value.length <= LONGEST && PRODUCTS.test(value),
  `a product such as my-bank/1.2, of letters, digits and ${"!#$%&'*+.^_`|~-"}, or several with one space between, of at most ${LONGEST} characters`,
];

/** What the client is called on the wire: its own name first, then the user's product. */
export function userAgentOf(product: string | undefined): string {
  return product === undefined ? `finauth-sdk/${manifest.version}` : `finauth-sdk/${manifest.version} ${product}`;
}
