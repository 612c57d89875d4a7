import type { ClosableTransport } from '@finauth-sdk/signing';
import { expect, onTestFinished } from 'vitest';
import { createRig, input, type Rig } from './createRig.ts';
import type { Fault } from './faultServer.ts';
import { byRequestOfConnection, succeeds } from './faults.ts';

export const POOLED = 6;

/** Has six connections pooled, on each of which only the first request is answered well, and the next ones are this fault's. Later connections are well. */
export async function pooledRig(then: Fault, transport: ClosableTransport): Promise<Rig> {
  onTestFinished(() => transport.close({ timeoutMs: 0 }));
  const onPooled = byRequestOfConnection(succeeds, then);
  const rig = await createRig({
    faults: [(socket, request) => (request.connection > POOLED ? succeeds : onPooled)(socket, request)],
    transport,
  });
  await Promise.all(Array.from({ length: POOLED }, () => rig.finauth.getBizToken(input)));
  expect(rig.server.connections()).toBe(POOLED);
  // Each connection becomes idle a turn after its answer.
  await new Promise((resolve) => setTimeout(resolve, 5));
  rig.events.length = 0;
  return rig;
}
