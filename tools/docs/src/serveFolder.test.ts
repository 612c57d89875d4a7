import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder, type Serving } from './serveFolder.ts';

let folder: string;
let serving: Serving;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finauth-serve-test-'));
  await mkdir(join(folder, 'site/within'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'site/index.html'), 'start');
  await writeFile(join(folder, 'site/within/index.html'), 'within');
  await writeFile(join(folder, 'site/404.html'), 'not found');
  serving = await serveFolder(join(folder, 'site'), { path: '/under/' });
});
afterAll(async () => {
  await serving.close();
  await rm(folder, { recursive: true, force: true });
});

test.each([
  ['/under/', 200, 'start'],
  ['/under/within', 200, 'within'],
  ['/under/nothing', 404, 'not found'],
  ['/', 404, 'not found'],
  ['/under/..%2fsecret.txt', 404, 'not found'],
])('answers %s with %i', async (target, status, body) => {
  expect(await ask(serving, target)).toEqual({ status, body });
});

test.each(['/%E0', '//', '/under/%'])('refuses %s, which is no path, and goes on', async (target) => {
  expect((await ask(serving, target)).status).toBe(400);
  expect((await ask(serving, '/under/')).status).toBe(200);
});

test.each(['/', '/page.html', '/file.txt'])('answers %s with 404, also where the folder is gone', async (target) => {
  const empty = await serveFolder(join(folder, 'gone'));
  expect((await ask(empty, target)).status).toBe(404);
  await empty.close();
});

test('answers with 500 where its own work throws, and goes on', async () => {
  let broken = true;
  const page = (html: string) => {
    if (broken) throw new Error('broken');
    return html;
  };
  const own = await serveFolder(join(folder, 'site'), { page });
  expect(await ask(own, '/')).toEqual({ status: 500, body: 'Error: broken' });
  broken = false;
  expect(await ask(own, '/')).toEqual({ status: 200, body: 'start' });
  await own.close();
});

/** As it stands: fetch would put the path right. */
function ask({ url }: Serving, path: string): Promise<{ status: number | undefined; body: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((done, fail) => {
    request({ hostname, port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => done({ status: response.statusCode, body }));
    })
      .on('error', fail)
      .end();
  });
}
