import { undiciTransport } from '@finauth-sdk/signing/undici';
import type { Contender } from './contender.ts';
import { oursWith } from './oursWith.ts';

export const oursOnUndici: Contender = oursWith('ours, on undici', () => {
  const transport = undiciTransport();
  return { options: { transport }, close: () => transport.close() };
});
