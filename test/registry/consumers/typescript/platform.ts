// What needs the types of Node, and of undici.
import { servers } from '@finauth-sdk/client';
import { exampleInputs } from '@finauth-sdk/client/examples';
import { createFinAuth, type CallOptions, type FinAuthOptions, type Transport } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import { undiciTransport } from '@finauth-sdk/signing/undici';
import { Agent } from 'node:http';

const transports: Transport[] = [nodeTransport({ agent: new Agent() }), undiciTransport()];
const options: FinAuthOptions[] = transports.map((transport) => ({ baseUrl: servers.sgp.url, transport }));
const own: FinAuthOptions = {
  fetch: (url, init) => fetch(url, init),
  // What a call has is of the platform's own types, and can be handed on.
  middleware: [
    async (call, next) => {
      await fetch(servers.sgp.url, { signal: call.signal ?? null });
      const { headers } = await next(call);
      return { status: 200, headers: new Headers(headers), data: undefined };
    },
  ],
};
const call: CallOptions = { signal: AbortSignal.timeout(1) };

export const used = [exampleInputs.getBizToken.liveness_id, options.map(createFinAuth), own, call];
