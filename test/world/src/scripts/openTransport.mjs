import { nodeTransport } from '@finauth-sdk/signing/node';

/** The transport of this run, as options for a client. */
export async function openTransport() {
  const name = process.env.FAULTS_TRANSPORT;
  if (name === 'fetch') return { transport: {}, close: async () => {} };
  const transport = name === 'node' ? nodeTransport() : (await import('@finauth-sdk/signing/undici')).undiciTransport();
  return { transport: { transport }, close: () => transport.close() };
}
