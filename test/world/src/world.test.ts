import { transportName } from '@finauth-sdk/test-faults/openTransport';
import { describe, expect, it } from 'vitest';
import { cases } from './cases.ts';

const here = cases.filter(({ transports }) => transports?.includes(transportName()) ?? true);

describe.runIf(here.length > 0)('the world', () => {
  it.each(here)('$kind: $right', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});
