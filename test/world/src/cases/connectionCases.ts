import { createFinAuth, type ClosableTransport } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';
import { undiciTransport } from '@finauth-sdk/signing/undici';
import { agentKinds } from '@finauth-sdk/test-faults/agents';
import { connectProxy } from '@finauth-sdk/test-proxy/connectProxy';
import { createRig, credentials, input, type Rig, until } from '@finauth-sdk/test-faults/createRig';
import { goodAnswer, saysNothing, succeeds, writesAndResets } from '@finauth-sdk/test-faults/faults';
import { transportName } from '@finauth-sdk/test-faults/openTransport';
import { server as selfSigned } from '@finauth-sdk/test-proxy/certificates';
import { POOLED, pooledRig } from '@finauth-sdk/test-faults/pooledRig';
import { outcomeOf } from '@finauth-sdk/test-faults/settle';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, vi } from 'vitest';
import type { WorldCase } from '../worldCase.ts';

// Those that keep connections of their own.
const keeping = ['undici', 'node'] as const;
const open = (): ClosableTransport => (transportName() === 'node' ? nodeTransport() : undiciTransport());

const attempts = ({ events }: Rig): number => events.filter(({ type }) => type === 'attemptStarted').length;

export const connectionCases: readonly WorldCase[] = [
  {
    kind: 'an agent of agent-base, which says for which protocol it is by looking at who asks',
    seen: 'TooTallNate/node-agent-base#47, TooTallNate/proxy-agents#170, denoland/deno#34264',
    right: 'https-proxy-agent 5, 7 and 9, proxy-agent and agentkeepalive are taken, and a name that only the proxy knows is reached',
    transports: ['node'],
    async run() {
      // Whom to trust is not what this is about, and each agent has its own way to be told.
      vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
      const server = createServer(
        selfSigned,
        (request, response) => void request.resume().on('end', () => response.end(JSON.stringify(goodAnswer))),
      );
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const { port } = server.address() as AddressInfo;
      const proxy = await connectProxy({ hosts: { 'bank.invalid': port } });
      onTestFinished(async () => {
        vi.unstubAllEnvs();
        server.closeAllConnections();
        server.close();
        await proxy[Symbol.asyncDispose]();
      });
      const seen: string[] = [];
      for (const { name, isProxy, create } of agentKinds) {
        const baseUrl = `https://${isProxy ? 'bank.invalid' : '127.0.0.1'}:${port}`;
        const agent = create(baseUrl, proxy.url);
        const transport = nodeTransport({ agent });
        const finauth = createFinAuth({ baseUrl, credentials, transport, retry: false });
        seen.push(await finauth.getBizToken(input).then(() => name, String));
        agent.destroy();
      }
      expect(seen).toEqual(agentKinds.map(({ name }) => name));
    },
  },
  {
    kind: 'a process that was frozen, such as a Lambda, while its connections died',
    seen: 'aws/aws-sdk-js-v3#1196, ably/ably-js#632: ECONNRESET, or a timeout, at the first calls after the sleep',
    right: 'the first attempt goes over a fresh connection',
    transports: keeping,
    async run() {
      for (const death of [writesAndResets(''), saysNothing]) {
        const rig = await pooledRig(death, open());
        const now = Date.now;
        const slept = vi.spyOn(Date, 'now').mockImplementation(() => now() + 60_000);
        await expect(rig.finauth.getBizToken(input)).resolves.toEqual(goodAnswer);
        slept.mockRestore();
        expect(attempts(rig)).toBe(1);
      }
    },
  },
  {
    kind: 'a NAT that has forgotten all idle connections, and resets or swallows what comes over them',
    seen: 'InsForge/InsForge#1813, nodejs/node#3595; our own trial: three attempts, each on another dead socket',
    right: 'one attempt is lost, and the next one goes over a fresh connection',
    transports: keeping,
    async run() {
      for (const death of [writesAndResets(''), saysNothing]) {
        const rig = await pooledRig(death, open());
        const call = rig.finauth.getBizToken(input);
        if (death === saysNothing) {
          await until(() => rig.server.requests.length > POOLED);
          rig.clock.advance(10_000);
        }
        expect(await rig.settle(call)).toMatchObject({ ok: true });
        expect(attempts(rig)).toBe(2);
      }
    },
  },
  {
    kind: 'a transport that is closed in the middle of a call',
    seen: 'scality/cloudserver#550, swift-server/async-http-client#130; our own trial: called a network failure, and a second token minted',
    right: 'the call ends well, the next one is refused with FinAuthClosedError, and the connections go',
    transports: keeping,
    async run() {
      const transport = open();
      let answer = (): void => {};
      const rig = await createRig({ faults: [(socket, request) => (answer = () => succeeds(socket, request))], transport });
      const call = rig.finauth.getBizToken(input);
      await until(() => rig.server.requests.length === 1);
      const closing = transport.close();
      expect(await outcomeOf(rig.finauth.getBizToken(input))).toMatchObject({ ok: false, error: { code: 'ERR_CLOSED', retryable: false } });
      answer();
      await expect(call).resolves.toEqual(goodAnswer);
      await closing;
      await until(() => rig.server.openSockets() === 0);
      expect(rig.server.requests).toHaveLength(1);
    },
  },
  {
    kind: 'a client that is closed while an answer never comes',
    seen: 'rynfar/meridian#828: what runs is neither awaited nor ended, and goes on after the end',
    right: 'after the time that close() was given, the call ends with FinAuthClosedError, and is not made again',
    async run() {
      const rig = await createRig({ faults: [saysNothing] });
      const call = outcomeOf(rig.finauth.getBizToken(input));
      await until(() => rig.server.requests.length === 1);
      const closing = rig.finauth.close({ timeoutMs: 1_000 });
      rig.clock.advance(1_000);
      await closing;
      expect(await call).toMatchObject({ ok: false, error: { code: 'ERR_CLOSED', attempts: 1 } });
      rig.clock.advance(60_000);
      expect(rig.server.requests).toHaveLength(1);
    },
  },
  {
    kind: 'a firewall that refuses calls without a User-Agent',
    seen: 'kafkajs/confluent-schema-registry#194, govuk-one-login/tech-docs#404',
    right: 'each transport sends finauth-sdk/<version>, and the product that was given behind it',
    async run() {
      const rig = await createRig({ faults: [succeeds], userAgent: 'my-bank/1.2' });
      await rig.finauth.getBizToken(input);
      expect(rig.server.requests[0]!.headers.get('user-agent')).toMatch(/^finauth-sdk\/\d+\.\d+\.\d+\S* my-bank\/1\.2$/);
    },
  },
];
