import type { ClosableTransport, FinAuthOptions } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import { undiciTransport } from '@finauth-sdk/signing/undici';

interface Transported {
  readonly options: Pick<FinAuthOptions, 'transport'>;
  close(): Promise<void>;
}

const transports = {
  // The default, whose connections are the process's.
  fetch: () => ({ options: {}, close: async () => {} }),
  undici: () => of(undiciTransport()),
  node: () => of(nodeTransport()),
} satisfies Readonly<Record<string, () => Transported>>;

export type TransportName = keyof typeof transports;

function of(transport: ClosableTransport): Transported {
  // A test that is over waits for nothing.
  return { options: { transport }, close: () => transport.close({ timeoutMs: 0 }) };
}

/** Every test of this package runs once for each transport, as the configuration of vitest has it. */
export const transportNames = Object.keys(transports) as readonly TransportName[];

/** The name of the transport that this run is about. */
export function transportName(): TransportName {
  const name = process.env['FAULTS_TRANSPORT'] ?? '';
  if (!Object.hasOwn(transports, name)) throw new Error(`FAULTS_TRANSPORT must be one of ${transportNames.join(', ')}`);
  return name as TransportName;
}

/** That transport, or the one of a name, as options for a client. */
export function openTransport(name: TransportName = transportName()): Transported {
  return transports[name]();
}
