import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asQuery } from './encodeQuery.ts';
import type { Encoded } from '../operation.ts';

const encode = (fields: Record<string, unknown>): Encoded => asQuery.encode(fields, { url: '/path' }) as Encoded;

it('makes a query that any reader of URLs and of forms reads back, and whose path it does not touch', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[A-Za-z_][\w-]{0,8}$/), fc.string({ unit: 'binary' })), (fields) => {
      const url = new URL(`https://host/path${encode(fields).search}`);
      expect([url.pathname, url.hash]).toEqual(['/path', '']);
      expect([...url.searchParams]).toEqual(Object.entries(fields));
      const pairs = url.search.slice(1).split('&').filter(Boolean);
      // Also one that takes a "+" for what it is.
      expect(pairs.map((pair) => pair.split('=').map(decodeURIComponent))).toEqual(Object.entries(fields));
    }),
  );
});

it('encodes each "+" and "/" of a signature', () => {
  expect(encode({ sign: 'Rp+y/g==' }).search).toBe('?sign=Rp%2By%2Fg%3D%3D');
});

it('writes numbers and flags as JSON does, and leaves out what has no value', () => {
  expect(encode({ level: 2, share: 0.5, large: 1e21, images: false, none: undefined, nothing: null }).search).toBe(
    '?level=2&share=0.5&large=1e%2B21&images=false',
  );
});

it('sends no half of a surrogate pair, as a form sends none', () => {
  expect(encode({ uuid: 'a\ud800' }).search).toBe('?uuid=a%EF%BF%BD');
});

it('has no body, and has every cache keep nothing', () => {
  expect(encode({ a: 'b' })).toEqual({ search: '?a=b', headers: { 'cache-control': 'no-store' } });
});
