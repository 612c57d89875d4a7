import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { readFileSync } from 'node:fs';
import { type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openTunnel } from '../proxy/openTunnel.ts';
import { checkHttp } from './checkHttp.ts';
import { checkName } from './checkName.ts';
import { checkTls } from './checkTls.ts';
import type { Findings } from './findings.ts';

// One that nothing else takes.
const TIMEOUT_MS = 54_321;

const read = (kind: string): Buffer => readFileSync(join(import.meta.dirname, `../testing/localhost.${kind}.pem`));

async function listen(server: Server): Promise<number> {
  onTestFinished(() => void server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

const findings = (url: string): Findings => ({
  env: {},
  apiSecret: undefined,
  livenessId: undefined,
  sceneFrom: '--liveness-id',
  timeoutMs: TIMEOUT_MS,
  reachable: true,
  url: new URL(url),
});

it.each<[what: string, check: (ports: { http: number; tls: number; deaf: number }) => Promise<unknown>]>([
  ['the name', ({ http }) => checkName(findings(`http://localhost:${http}`))],
  ['TLS', ({ tls }) => checkTls(findings(`https://localhost:${tls}`))],
  ['TLS that fails', ({ http }) => checkTls(findings(`https://localhost:${http}`))],
  ['HTTP', ({ http }) => checkHttp(findings(`http://localhost:${http}`))],
  ['HTTP that fails', ({ deaf }) => checkHttp(findings(`http://localhost:${deaf}`))],
  ['a tunnel', ({ http }) => openTunnel(new URL(`http://localhost:${http}`), new URL('https://host.invalid'), TIMEOUT_MS)],
  ['a tunnel that fails', ({ deaf }) => openTunnel(new URL(`http://localhost:${deaf}`), new URL('https://host.invalid'), TIMEOUT_MS)],
])('the check of %s leaves no timer running', async (_what, check) => {
  const http = createServer((_request, response) => response.end()).on('connect', (_request, socket) =>
    socket.end('HTTP/1.1 200 OK\r\n\r\n'),
  );
  const ports = {
    http: await listen(http),
    tls: await listen(createTlsServer({ key: read('key'), cert: read('cert') })),
    deaf: await listen(createServer().on('connection', (socket) => socket.destroy())),
  };
  const [set, clear] = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'clearTimeout')];
  onTestFinished(() => void vi.restoreAllMocks());
  await check(ports).catch(() => {});
  const ours = set.mock.calls.flatMap(([, ms], index) => (ms === TIMEOUT_MS ? [set.mock.results[index]!.value] : []));
  expect(ours).toHaveLength(1);
  await vi.waitFor(() => expect(clear.mock.calls.map(([timer]) => timer)).toContain(ours[0]));
});
