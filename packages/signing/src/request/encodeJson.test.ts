import { expect, it } from 'vitest';
import { asJson } from './encodeJson.ts';

it('is an object of JSON, with its type', () => {
  const fields = { sign: 'Rp+y/g==', whom: [{ name: 'Ann', age: null }], urgent: true, note: 'a\nb', none: undefined };
  expect(asJson.encode(fields, { url: '/path' })).toEqual({
    headers: { 'content-type': 'application/json' },
    body: '{"sign":"Rp+y/g==","whom":[{"name":"Ann","age":null}],"urgent":true,"note":"a\\nb"}',
  });
});
