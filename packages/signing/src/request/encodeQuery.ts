import type { Encoder } from '../operation.ts';

/**
 * The fields as the query of a GET, signature included. Everything but letters, digits and a few marks is percent-encoded: a "+", which a third of all
 * signatures hold, would otherwise arrive as a space. No cache on the way is to keep an answer, with its token in it.
 */
export const asQuery: Encoder = {
  method: 'GET',
  keepsLineBreaks: true,
  encode(fields) {
    const pairs = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
    const query = pairs.map(([name, value]) => `${encodeText(name)}=${encodeText(String(value))}`).join('&');
    return { search: `?${query}`, headers: { 'cache-control': 'no-store' } };
  },
};

/** Half of a surrogate pair, which a middleware may have left, has no encoding. */
const encodeText = (text: string): string => encodeURIComponent(text.toWellFormed());
