import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyRepo } from '../../copyRepo.ts';
import { startDev } from './bench/startDev.ts';

const { root, remove } = copyRepo(dirname(dirname(dirname(import.meta.dirname))));
const running = await startDev(root);
afterAll(async () => {
  await running.interrupt();
  remove();
});

const LIMIT = 'spec/components/schemas/GetBizTokenRequest.yaml';
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const save = (file: string, edit: (text: string) => string) => writeFileSync(join(root, file), edit(read(file)));
const urls = (said: string) => [...said.matchAll(/http:\/\/127\.0\.0\.1:\d+/g)].map(([url]) => url);
const isUp = async (url: string) => (await fetch(url)).status > 0;

test(
  'brings everything up, and after each save again; says what is wrong with one, and gets over it; stops all of it in the end',
  { timeout: 600_000 },
  async () => {
    const services = urls(await running.until(/^Serving/));
    expect(services).toHaveLength(2);
    for (const url of services) expect(await isUp(url)).toBe(true);

    // A save of the spec is in the generated code and in what is built of it.
    save(LIMIT, (text) => text.replace(/x-maxBytes: \d+/, 'x-maxBytes: 33'));
    expect(await running.until(/^Serving/)).toContain('at most 33 bytes');
    expect(read('packages/validator/src/generated/checks.js')).toContain('> 33');
    expect(read('packages/validator/dist/index.js')).toContain('> 33');
    for (const url of services) expect(await isUp(url)).toBe(true);

    // A wrong one is told of, and nothing is written; mock and sandbox go on.
    const right = read('spec/errors.yaml');
    save('spec/errors.yaml', (text) => text.replace('retry: later', 'retry: sometimes'));
    const complaint = await running.until(/^Not up to date/);
    expect(complaint).toMatch(/spec\/errors\.yaml:\d+:\d+\n/);
    expect(complaint).toContain('Write one of never, later, fresh_signature.');
    for (const url of services) expect(await isUp(url)).toBe(true);

    save('spec/errors.yaml', () => right);
    await running.until(/^Serving/);
    // What was overtaken by saves or was not to be had so far is tested now, and the rest after it.
    expect(await running.until(/^Green/)).toContain(': packages/client, packages/validator. What rests on it follows.');

    // A save of a source is built without the generator.
    save('packages/sandbox/src/state/state.ts', (text) => `${text}\nexport const savedUnderDev = 1;\n`);
    expect(await running.until(/^Serving/)).not.toContain('Since the last release');

    expect(await running.interrupt()).toBe(0);
    for (const url of services) await expect(isUp(url)).rejects.toThrow('fetch failed');
  },
);
