import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import type { Route } from '../api/route.ts';
import type { Form } from './form.ts';
import { readForm } from './readForm.ts';

// No operation of the API takes JSON so far: the whole sandbox cannot be asked.
const route: Pick<Route, 'encoding' | 'fields'> = { encoding: 'json', fields: { a: { kind: 'json', many: false } } };

async function read(body: string): Promise<Form> {
  const server = createServer((request, response) => {
    void readForm(request, route as Route, {}, new AbortController().signal).then((form) => response.end(JSON.stringify(form)));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', connection: 'close' }, body });
  return (await answer.json()) as Form;
}

it('reads a body of JSON, and says of one that is nested so deep that nothing could write it again that it is none', async () => {
  const nested = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  expect(await read(nested(2))).toMatchObject({ values: { a: [[]] }, parts: [{ name: 'a' }], unread: false });
  expect(await read(nested(100_000))).toEqual({ parts: [], strangers: [], unread: false, trouble: expect.stringContaining('too deep') });
});
