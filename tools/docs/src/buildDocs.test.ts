import { answerOf, operationsOf } from '@finauth-sdk/generate/contract';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildDocs } from './buildDocs.ts';
import { codeSamplesOf } from './codeSamples.ts';
import { errorEntries } from './errorEntries.ts';
import { packages } from './folders.ts';
import { contract, makeScratch, writeSpec, type Scratch } from './fixture.ts';
import { readGuides, readSdkErrors } from './readGuides.ts';
import { readPackages } from './readPackages.ts';
import { renderRetries } from './renderRetries.ts';
import { REFERENCE, routesOf } from './routes.ts';
import { textPages } from './textPages.ts';

const siteUrl = 'https://example.com/docs/';

let scratch: Scratch;
let output: string;
const read = (file: string) => readFile(join(output, file), 'utf8');
const build = (to = output) => buildDocs({ spec: scratch.spec, api: scratch.api, output: to, siteUrl });

beforeAll(async () => {
  scratch = await makeScratch();
  output = scratch.path('site');
  await build();
});
afterAll(() => scratch.remove());

test('shows each code, reason and gateway status with its meaning and remedy', async () => {
  const text = await read('text/errors.md');
  for (const { title, advice } of errorEntries(contract)) {
    const part = text.split(`\n### ${title}\n`)[1]?.split('\n### ')[0];
    expect(part, title).toContain(advice.meaning.trim());
    expect(part, title).toContain(advice.remedy.trim());
  }
});

test('has every region and its server', async () => {
  for (const server of contract.servers)
    expect(await read('text/regions.md')).toContain(`| \`${server['x-region']}\` | ${server.description} | \`${server.url}\` |`);
});

test('has every step of the signature', async () => {
  for (const { title } of contract['x-signature'].steps) expect(await read('text/signature.md')).toContain(`**${title}.**`);
});

test('says of each part of the signature where it comes from, and that the names of the fields are FinAuth’s own', async () => {
  const { finauth, faceid } = contract['x-sources'];
  const rows = (await read('text/signature.md')).split('| Part | Value | Source |\n')[1]!.split('\n\n')[0]!.split('\n').slice(1);
  const sources = rows.map((row) => row.split(' | ').at(-1)!.replace(' |', ''));
  expect(sources.slice(0, 2)).toEqual([`*Source: ${finauth!.title}.*`, `*Source: ${finauth!.title}.*`]);
  expect(new Set(sources.slice(2))).toEqual(new Set([`*Source: ${faceid!.title}.*`]));
});

test('says that limits count bytes, and where a fact comes from', async () => {
  const calls = operationsOf(contract).map(({ operation }) => `text/calls/${operation.operationId.toLowerCase()}.md`);
  const pages = await Promise.all(calls.map(read));
  for (const page of pages) expect(await read('llms-full.txt')).toContain(page.trim());
  const full = pages.join('\n');
  const limits = [...JSON.stringify(contract.components.schemas).matchAll(/"x-maxBytes":(\d+)/g)];
  const sources = [...JSON.stringify(contract.paths).matchAll(/"x-source":"(\w+)"/g)];
  expect(Math.min(limits.length, sources.length)).toBeGreaterThan(0);
  for (const [, limit] of limits) expect(full).toMatch(new RegExp(`At most ${limit} bytes(?: as UTF-8)?\\.`));
  expect(full).toContain('At most 128 bytes as UTF-8.');
  for (const [, source] of sources) expect(full).toContain(`*Source: ${contract['x-sources'][source!]!.title}.*`);
});

test('says of a preview that it is one, where it is a call and where it is text, and shows what its results mean', async () => {
  const previews = operationsOf(contract).filter(({ operation }) => operation['x-stability'] === 'preview');
  for (const { operation } of previews)
    expect(await read(`text/calls/${operation.operationId.toLowerCase()}.md`)).toContain(
      '**Preview.** FinAuth’s documentation does not cover',
    );
  expect(await read('text/calls/getbiztoken.md')).not.toContain('**Preview.**');
  expect((await read('reference/index.html')).match(/"x-badges":\[\{"name":"Preview"/g)).toHaveLength(previews.length);
  for (const [result, { meaning }] of Object.entries(contract['x-results'].results))
    expect(await read('text/results.md')).toMatch(new RegExp(`\\| \`${result}\` \\|.*${meaning.replaceAll('.', String.raw`\.`)}`));
});

test('gives each result, and each row of another table that begins with its name, an address of its own', async () => {
  const { results } = contract['x-results'];
  const html = await read('results/index.html');
  for (const result of Object.keys(results))
    expect(html).toMatch(new RegExp(`<tr id="${result.toLowerCase()}">\\s*<td><code>${result}</code>`));
  // `connections` is an option of two transports, each with its table.
  expect((await read('packages/signing/index.html')).match(/<tr id="connections">/g)).toHaveLength(1);
});

test('says of an error of one call how to see and catch it in that call, and of an error of any call in which field the test ID goes', async () => {
  const gone = await read('text/errors/data_destroyed.md');
  expect(gone).toContain(`\`sandbox-DATA_DESTROYED\` as the \`verify_id\` of [Ask for the verdict](${siteUrl}calls/verify/).`);
  expect(gone).toContain('await finauth.verify(input);');
  expect(await read('text/errors/denied.md')).toMatch(/as the `liveness_id` of \[[^\]]*\]\([^)]*\), or as the `verify_id` of \[/);
});

test('says of an error of the SDK’s own how to see and how to catch it', async () => {
  for (const { title, slug } of await readSdkErrors(scratch.spec)) {
    const page = await read(`text/errors/${slug}.md`);
    expect(page, title).toContain('\n## See it yourself\n');
    expect(page, title).toMatch(new RegExp(`error instanceof FinAuth\\w*Error && error\\.code === '${title}'`));
  }
});

test('has of a call, as text, where its form is known from, the headers of its answers, what is no JSON, and every sample', async () => {
  const page = await read('text/calls/getbiztoken.md');
  const operation = operationsOf(contract)[0]!.operation;
  expect(page).toContain(`${operation.requestBody!.description} *Source: ${contract['x-sources']['faceid']!.title}.*`);
  expect(page.split('\n### 429\n')[1]!.split('\n### ')[0]).toContain('Header `Retry-After`: How long to wait');
  expect(page).toContain(`As \`text/plain\`: ${String(contract.components.schemas['GatewayText']!['description'])}`);
  expect(page).not.toMatch(/:\n\n(?!\|)/);
  const samples = codeSamplesOf(operation);
  expect(samples.map(({ label }) => label)).toContain('Client alone');
  for (const { label, source } of samples) expect(page.split(`\n### ${label}\n`)[1], label).toContain(source.trim());
});

test('has of a field, as text, the values it may have, and the fields within it', async () => {
  const changed = structuredClone(contract);
  changed.components.schemas['Place'] = {
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { type: 'string', enum: ['shop', 'office'], description: 'What it is.' },
      within: { $ref: '#/components/schemas/Place' },
    },
  };
  Object.assign(answerOf(changed, operationsOf(changed)[0]!.operation).schema.properties!, {
    place: { $ref: '#/components/schemas/Place' },
    visits: { type: 'array', items: { type: 'object', properties: { day: { type: ['integer', 'null'], minimum: 1 } } } },
  });
  const rendering = {
    spec: scratch.spec,
    contract: changed,
    routes: routesOf(changed, await readGuides(scratch.spec), await readPackages(packages), await readSdkErrors(scratch.spec)),
    base: '',
  };
  const { text } = textPages(rendering, [], [], new Map(), []).find(({ path }) => path === 'text/calls/getbiztoken.md')!;
  expect(text).toContain('| `place.kind` | string, one of "shop", "office" | yes | What it is. |');
  expect(text).toContain('| `place.within` | object | no |  |');
  expect(text).toContain('| `visits` | array of object | no |  |');
  expect(text).toContain('| `visits[].day` | integer or null, minimum 1 | no |  |');
});

test('sums a page up in a whole sentence', async () => {
  expect(await read('llms.txt')).toMatch(/\[Errors\]\([^)]*\): A refused call [^\n]*`error`: a code[^\n]*\.\n/);
});

test('says what the SDK does about a code that is not listed, by the status it comes with', () => {
  const late = Object.entries(contract['x-error-model'].gateways).flatMap(([status, { retry }]) => (retry === 'later' ? [status] : []));
  const [later, , never] = renderRetries(contract).split('\n').slice(2);
  expect(later).toContain(`a code that is not listed, with status ${late.slice(0, -1).join(', ')} or ${late.at(-1)}`);
  expect(never).toMatch(/any other reason of `AUTHORIZATION_ERROR`.*a code that is not listed, with any other status/);
});

test('puts samples into guides, or the regions that are asked for', async () => {
  const guide = await read('text/guides/first-steps.md');
  expect(guide).toContain("```typescript\nconst greeting = 'hello';\nif (greeting) {\n  console.log(greeting);\n}\n```");
  expect(guide).toContain('```sh\necho hello\n```');
});

test('makes links lead to the site, and leaves code as it is', async () => {
  const guide = await read('text/guides/first-steps.md');
  expect(guide).toContain(`[another guide](${siteUrl}guides/second-look/#what-is-it)`);
  expect(guide).toContain(`[below](${siteUrl}guides/first-steps/#a-sample)`);
  expect(guide).toContain(`[EXPIRED_SIGN](${siteUrl}errors/expired_sign/)`);
  expect(guide).toContain(`[a result](${siteUrl}results/#no_face_found)`);
  expect(guide).toContain('`error:DENIED` in code stays');
});

test('leaves no placeholder and no unresolved link in any file', async () => {
  for (const file of readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html|md|txt|json|yaml)$/.test(name)))
    expect((await read(file)).match(/<!-- (?:generated|sample):|\]\((?:error|reference|section|site):|"site:/g), file).toBeNull();
});

test('gives each guide, call and error a page of its own, whose links lead to pages and headings that are there', async () => {
  const addresses = [...(await read('sitemap.xml')).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url!.slice(siteUrl.length));
  // All but Redoc's, and the TypeScript API.
  const paths = addresses.filter((path) => !path.startsWith('api/') && path !== REFERENCE);
  expect(paths).toEqual(
    expect.arrayContaining(['', 'guides/first-steps/', 'packages/signing/', 'calls/getbiztoken/', 'errors/', 'errors/invalid_sign/']),
  );
  const files = new Set(readdirSync(output, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/')));
  const pages = new Map(await Promise.all(paths.map(async (path) => [path, await read(`${path}index.html`)] as const)));
  for (const [path, html] of pages) {
    expect(html.match(/<(?:h1|main)\b/g), path).toEqual(['<main', '<h1']);
    expect(html, path).toContain(`<link rel="canonical" href="${siteUrl}${path}">`);
    expect(gzipSync(html).length, path).toBeLessThan(30_000);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      path,
    ).toEqual([]);
    for (const [, href] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (/^(?:https|mailto):/.test(href!) && !href!.startsWith(siteUrl)) continue;
      const url = new URL(href!, siteUrl + path);
      const target = url.href.replace(url.hash, '').slice(siteUrl.length);
      expect(files.has(/(?:^|\/)$/.test(target) ? `${target}index.html` : target), `${href} in ${path}`).toBe(true);
      if (url.hash) expect(pages.get(target), `${href} in ${path}`).toContain(` id="${url.hash.slice(1)}"`);
    }
  }
});

test('says nothing that takes a whole address where the site does not know its own, and its texts link to one another all the same', async () => {
  const site = scratch.path('nowhere');
  await buildDocs({ spec: scratch.spec, api: scratch.api, output: site, siteUrl: undefined });
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  expect(files).not.toContain('sitemap.xml');
  const text = (file: string) => readFile(join(site, file), 'utf8');
  for (const file of files.filter((name) => /\.(?:html|md|txt|json|yaml)$/.test(name)))
    expect((await text(file)).match(/rel="canonical"|og:(?:url|image)|undefined(?:\w+\/|sitemap)|finauth-sdk\.example/g), file).toBeNull();
  expect(await text('404.html')).not.toContain('<a ');
  for (const file of ['llms.txt', ...files.filter((name) => name.startsWith('text/') && name.endsWith('.md'))])
    for (const [, link] of withoutCode(await text(file)).matchAll(/\]\((?!https:)([^)#]+)/g)) {
      const target = new URL(link!, `${siteUrl}${file}`).href.slice(siteUrl.length);
      expect(files, `${link} in ${file}`).toContain(/(?:^|\/)$/.test(target) ? `${target}index.html` : target);
    }
});

test('gives the spec as YAML and JSON, which say the same', async () => {
  const json = JSON.parse(await read('openapi.json')) as typeof contract;
  expect(parse(await read('openapi.yaml'))).toEqual(json);
  expect(Object.keys(json.paths)).toEqual(Object.keys(contract.paths));
});

test('has a social card of the size that its tags say', async () => {
  const card = await readFile(join(output, 'social-card.png'));
  expect([card.toString('latin1', 1, 4), card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual(['PNG', 1200, 630]);
  expect(await read('index.html')).toContain(`<meta property="og:image" content="${siteUrl}social-card.png">`);
});

test.each([
  'index.html',
  'reference/index.html',
  '404.html',
  'api/index.html',
  'guides/first-steps/index.html',
  'errors/invalid_sign/index.html',
])('lets %s run only the scripts that it was built with', async (file) => {
  const html = await read(file);
  const allowed = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
  expect(allowed).toContain("default-src 'none'");
  expect(/script-src [^;]*unsafe/.test(allowed)).toBe(false);
  for (const [, code] of html.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g))
    expect(allowed).toContain(`'sha256-${createHash('sha256').update(code!).digest('base64')}'`);
});

test('is the same each time, whenever its files were written', async () => {
  for (const file of ['openapi.yaml', 'guides/1-first-steps.md', 'samples/hello.ts']) await utimes(join(scratch.spec, file), 1e9, 1e9);
  const again = scratch.path('again');
  await build(again);
  const files = async (folder: string) =>
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
      .sort();
  expect(await files(again)).toEqual(await files(output));
  for (const file of await files(output))
    expect((await readFile(join(output, file))).equals(await readFile(join(again, file))), file).toBe(true);
});

test.each([
  [
    'a link to a code that is not there',
    'See [it](error:NO_SUCH_CODE).',
    /guides\/3-new\.md:5: the link error:NO_SUCH_CODE leads to nothing/,
  ],
  ['a link to a guide that is not there', 'See [it](9-nothing.md).', /guides\/3-new\.md:5: the link 9-nothing\.md/],
  [
    'a link to a heading that is not there',
    'See [it](1-first-steps.md#nowhere).',
    /guides\/3-new\.md:5: the link 1-first-steps\.md#nowhere/,
  ],
  ['a sample that is not there', '<!-- sample: nothing.ts -->', /guides\/3-new\.md:5: there is no sample spec\/samples\/nothing\.ts/],
  [
    'a region that is not there',
    '<!-- sample: hello.ts#nothing -->',
    /guides\/3-new\.md:5: spec\/samples\/hello\.ts has no "#region nothing"/,
  ],
  ['a table that nobody makes', '<!-- generated:nothing -->', /guides\/3-new\.md asks for generated:nothing; known are/],
])('refuses %s, says where, and leaves the site as it was', async (_, line, message) => {
  const before = await read('index.html');
  await writeSpec(scratch, 'guides/3-new.md', `# New\n\nA guide.\n\n${line}\n`);
  await expect(build()).rejects.toThrow(message);
  expect((await read('index.html')) === before).toBe(true);
  await writeSpec(scratch, 'guides/3-new.md', '# New\n\nA guide.\n');
});

test('refuses two parts with one address', async () => {
  await writeFile(join(scratch.spec, 'guides/3-new.md'), '# New\n\nA guide.\n\n## Same\n\n## Same\n');
  await expect(build()).rejects.toThrow('Two parts of the docs have the address guides/new/#same');
});

/** A template's key in code looks like a link: `[`a ${b}`](c)`. */
function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^```[^]*?^```/gm, '');
}
