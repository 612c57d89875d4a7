import { createFinAuth } from '@finauth-sdk/signing';
import { createServer } from 'node:http';

const finauth = createFinAuth();

const server = createServer(async (request, response) => {
  if (request.url !== '/readyz') return response.writeHead(404).end();
  // It rejects if the configuration is wrong, or the client is closed.
  const report = await finauth.check({ timeoutMs: 1_000 }).catch((error: unknown) => ({ ok: false, checks: [String(error)] }));
  if (!report.ok) console.error('not ready', report.checks);
  response.writeHead(report.ok ? 200 : 503).end();
});
server.listen(Number(process.env.PORT ?? 3000), () => console.log('listening on', server.address()));
