import { run } from '@finauth-sdk/release/run';
import { startRegistry, type Registry } from '@finauth-sdk/release/startRegistry';
import type { Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consumers, mint } from './consumers.ts';
import { openProject } from './openProject.ts';
import { showTable } from './showTable.ts';

const root = resolve(import.meta.dirname, '../../..');
const results = new Map<string, string>();

let folder: string;
let registry: Registry;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finauth-consumers-'));
  registry = await startRegistry(join(folder, 'registry'));
  const { packageManager } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { packageManager: string };
  await run(['npx', '--yes', packageManager, 'publish', '--recursive', '--no-git-checks'], { cwd: root, env: registry.env });
  const own = await openProject(join(folder, 'sandbox'), registry, { fixture: 'javascript', packages: ['@finauth-sdk/sandbox'] });
  const installed = (await import(join(own.folder, 'node_modules/@finauth-sdk/sandbox/dist/index.js'))) as {
    startSandbox: typeof startSandbox;
  };
  sandbox = await installed.startSandbox();
}, 600_000);

afterAll(async () => {
  console.log(showTable(consumers.map(({ name }) => [name, results.get(name) ?? 'failed'])));
  await sandbox?.close();
  await registry?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.concurrent('a fresh project that has the packages from a registry mints a token', () => {
  it.each(consumers)('$name', { timeout: 600_000 }, async (consumer) => {
    const start = performance.now();
    const { folder: project } = await openProject(join(folder, consumer.name.replaceAll(/\W+/g, '-')), registry, consumer);
    const file = await consumer.build(project);
    const { apiKey, apiSecret } = sandbox.credentials;
    const env = {
      ...registry.env,
      FINAUTH_BASE_URL: sandbox.url,
      FINAUTH_API_KEY: apiKey,
      FINAUTH_API_SECRET: apiSecret,
      CONSUMER: consumer.name,
    };
    const token = await mint(file, env);
    // The uuid shows that it was this project that asked.
    expect(sandbox.issued.get(token)?.fields['uuid']).toBe(consumer.name);
    results.set(consumer.name, `minted    ${((performance.now() - start) / 1000).toFixed(1)} s`);
  });
});
