import { expect, it } from 'vitest';
import { readQuery } from './readQuery.ts';

const texts = (url: string): [string, string][] => readQuery(url).map(([name, value]) => [name, value.toString('utf8')]);

it.each(['', 'plain', 'a&b=c#d?e+f %2B%', '\n\r\u2028"\\', 'ü😀', 'Rp+y/g=='])(
  'reads %j as it was, percent-encoded by a program or by a form',
  (text) => {
    const pairs: [string, string][] = [
      ['a', text],
      [`b${text}`, 'c'],
      ['a', text],
    ];
    const encoded = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
    expect(texts(`/path?${encoded}`)).toEqual(pairs);
    expect(texts(`/path?${new URLSearchParams(pairs).toString()}`)).toEqual(pairs);
  },
);

it.each([
  ['/path', []],
  ['/path?', []],
  ['/path?a', [['a', '']]],
  ['/path?a=b=c', [['a', 'b=c']]],
  [
    '/path?a=1&&a=2#b=3',
    [
      ['a', '1'],
      ['a', '2'],
    ],
  ],
  ['https://host/path?a=b?c', [['a', 'b?c']]],
  ['/path?sign=a+b%2Bc', [['sign', 'a b+c']]],
  ['/path?a=%zz%4', [['a', '%zz%4']]],
])('reads %j as %j', (url, expected) => expect(texts(url)).toEqual(expected));

it('keeps bytes that are no text, to be refused', () => {
  expect(readQuery('/path?a=%ff')).toEqual([['a', Buffer.from([0xff])]]);
});
