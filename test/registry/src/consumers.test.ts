import { run } from '@finauth-sdk/release/run';
import { startRegistry, type Registry } from '@finauth-sdk/release/startRegistry';
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPnpm } from '../../../tools/findPnpm.mjs';
import { isWhole } from '../../../vitest.base.ts';
import { nameOf } from './consumer.ts';
import { consumers } from './consumers.ts';
import { opaqueIdOf, UUID_KEY } from './place.ts';

const root = resolve(import.meta.dirname, '../../..');
const results = new Map<string, string>();

/** A word of the names of those that are to be run. */
const asked = process.env['FINAUTH_CONSUMERS'];
const rows = consumers
  // The ID is short: a `uuid` may be of so many bytes only.
  .map((consumer, index) => ({ name: nameOf(consumer), id: `row-${index}`, consumer }))
  .filter(({ name, consumer }) => (asked === undefined ? isWhole || consumer.slow !== true : name.includes(asked)));

let folder: string;
let registry: Registry;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finauth-consumers-'));
  registry = await startRegistry(join(folder, 'registry'));
  await run([findPnpm(), 'publish', '--recursive', '--no-git-checks'], { cwd: root, env: registry.env });
  sandbox = await startSandbox();
}, 600_000);

afterAll(async () => {
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log(rows.map(({ name }) => `  ${name.padEnd(width)}  ${results.get(name) ?? 'failed'}`).join('\n'));
  await sandbox?.close();
  await registry?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

it('each row has a name of its own', () => {
  expect(new Set(consumers.map(nameOf)).size).toBe(consumers.length);
});

describe.concurrent('a fresh project that has the packages from a registry mints a token', () => {
  it.each(rows)('$name', { timeout: 600_000 }, async ({ name, id, consumer }) => {
    const start = performance.now();
    const own = join(folder, name.replaceAll(/\W+/g, '-'));
    await mkdir(own);
    const { apiKey, apiSecret } = sandbox.credentials;
    const env = {
      ...registry.env,
      FINAUTH_BASE_URL: sandbox.url,
      FINAUTH_API_KEY: apiKey,
      FINAUTH_API_SECRET: apiSecret,
      UUID_KEY,
      CONSUMER: id,
    };
    await consumer.run({ folder: own, registry, env });
    // The uuid shows that it was this project that asked.
    const uuids = [...sandbox.issued].map(({ fields }) => fields['uuid'] as string);
    expect(uuids.filter((uuid) => [id, opaqueIdOf(id)].includes(uuid))).not.toEqual([]);
    results.set(name, `minted  ${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s`);
  });
});
