import * as client from '@finauth-sdk/client';
import { startSandbox } from '@finauth-sdk/sandbox';
import * as signing from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import { undiciTransport } from '@finauth-sdk/signing/undici';
import { everyKindOfText, runSuite } from '@finauth-sdk/test-suite';
import * as validator from '@finauth-sdk/validator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { environmentOf } from './environment.ts';

const transports: [string, () => signing.ClosableTransport][] = [
  ['undici', undiciTransport],
  ['node', nodeTransport],
];

describe.each(transports)('the transport %s', (_name, open) => {
  it('passes the suite that every runtime passes', async () => {
    await using sandbox = await startSandbox();
    const transport = open();
    onTestFinished(() => transport.close());
    // A case that is about fetch keeps it.
    const createFinAuth: typeof signing.createFinAuth = (options) =>
      signing.createFinAuth(options?.fetch === undefined ? { transport, ...options } : options);
    const outcomes = await runSuite({ client, validator, signing: { ...signing, createFinAuth } }, environmentOf(sandbox));
    expect(outcomes.length).toBeGreaterThan(50);
    expect(outcomes.filter(({ error }) => error !== undefined)).toEqual([]);
    expect([...sandbox.issued].map(({ fields }) => fields['uuid'])).toContain(everyKindOfText);
  });
});
