import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

// What Lambda does with a bundle: loads it, in whatever format it is, and calls its handler.
const file = process.argv[2];
const { handler } = file.endsWith('.cjs') ? createRequire(import.meta.url)(`./${file}`) : await import(`./${file}`);
const { biz_token } = file.startsWith('sample') ? await overHttp() : await handler({ uuid: process.env.CONSUMER });
if (biz_token === undefined) throw new Error('No token.');
console.log(biz_token);

/** As behind a function URL: each request becomes an event, and what the handler returns an answer. */
async function overHttp() {
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const {
      statusCode,
      headers: answered,
      body,
    } = await handler(
      {
        version: '2.0',
        routeKey: '$default',
        rawPath: url,
        rawQueryString: '',
        headers,
        requestContext: { domainName: headers.host, http: { method, path: url, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' } },
        isBase64Encoded: false,
      },
      { awsRequestId: '1' },
    );
    response.writeHead(statusCode, answered).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}/token`;
  try {
    const refused = await fetch(url, { method: 'POST' });
    if (refused.status !== 401) throw new Error(`One who has not signed in was answered ${refused.status}.`);
    const answer = await fetch(url, { method: 'POST', headers: { authorization: 'Bearer an-example-session' } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`It answered ${answer.status} ${text}`);
    return JSON.parse(text);
  } finally {
    server.close();
  }
}
