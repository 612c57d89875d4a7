import * as client from '@finauth-sdk/client';
import { startSandbox } from '@finauth-sdk/sandbox';
import * as signing from '@finauth-sdk/signing';
import { nodes } from '@finauth-sdk/test-nodes';
import * as validator from '@finauth-sdk/validator';
import { describe, expect, it } from 'vitest';
import { environmentOf } from './environment.ts';
import { run, runnerPath } from './run.ts';

describe.each(nodes)('$name', ({ path }) => {
  it('takes each package by require(), and all that it exports', async () => {
    await using sandbox = await startSandbox();
    const given = (await run(path, [runnerPath('require.cjs'), JSON.stringify(environmentOf(sandbox))])) as {
      biz_token: string;
      names: Record<string, string[]>;
    };
    expect(sandbox.issued.isValid(given.biz_token)).toBe(true);
    for (const [name, exports] of Object.entries({ client, signing, validator })) {
      expect(given.names[name]).toEqual(Object.keys(exports).sort());
    }
  });

  it('has one copy of each package, whoever takes it by require() and whoever imports it', async () => {
    const { names, one } = (await run(path, [runnerPath('bothFormats.cjs')])) as { names: string[]; one: string[] };
    expect(one).toEqual(names);
  });

  it('loads no fetch and nothing like it when the packages are merely imported', async () => {
    expect(await run(path, [runnerPath('quietImport.mjs')])).toEqual([]);
  });
});
