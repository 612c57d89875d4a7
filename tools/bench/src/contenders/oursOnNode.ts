import { nodeTransport } from '@finauth-sdk/signing/node';
import type { Contender } from './contender.ts';
import { oursWith } from './oursWith.ts';

export const oursOnNode: Contender = oursWith('ours, on node:https', () => {
  const transport = nodeTransport();
  return { options: { transport }, close: () => transport.close() };
});
