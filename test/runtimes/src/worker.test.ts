import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from './bundle.ts';
import { environmentOf } from './environment.ts';

// workerd ends what a request has begun along with the request: a client that is shared by all must leave nothing of one for another to wait for.
describe.each<[string, string[], string?]>([
  ['no Node API', []],
  ['nodejs_compat', ['nodejs_compat']],
  // Before 2024-11-11 a fetch with the option `cache` throws.
  ['settings of an older date', [], '2024-09-23'],
])('a client that all requests of a Worker with %s share', (_what, compatibilityFlags, compatibilityDate = '2026-01-01') => {
  let sandbox: Sandbox;
  let worker: Miniflare;
  beforeAll(async () => {
    sandbox = await startSandbox();
    const script = await bundle('oneClientWorker.mjs', 'esm', ['workerd', 'worker', 'browser']);
    worker = new Miniflare({ modules: true, script, compatibilityDate, compatibilityFlags, cf: false });
  });
  afterAll(() => Promise.all([worker.dispose(), sandbox.close()]));

  async function tokens(calls: number): Promise<number> {
    const answer = await worker.dispatchFetch(`http://worker/?calls=${calls}`, {
      method: 'POST',
      body: JSON.stringify(environmentOf(sandbox)),
    });
    const text = await answer.text();
    expect(answer.status, text).toBe(200);
    return new Set(JSON.parse(text) as string[]).size;
  }

  it('answers a hundred at once, and each one after them', async () => {
    expect(await Promise.all(Array.from({ length: 100 }, () => tokens(1)))).toEqual(Array.from({ length: 100 }, () => 1));
    for (let request = 0; request < 3; request++) expect(await tokens(1)).toBe(1);
  });

  it('makes calls at once in one request, too', async () => {
    expect(await tokens(40)).toBe(40);
  });
});
