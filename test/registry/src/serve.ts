import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../../tools/freePort.ts';

/** Starts a server with `PORT` in its environment, waits until it takes connections, uses it, and stops it. Returns how it ended. */
export async function serve(
  command: readonly [string, ...string[]],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
  use: (url: string) => Promise<void>,
): Promise<readonly [code: number | null, signal: string | null]> {
  const port = await freePort();
  const [file, ...args] = command;
  const child = spawn(file, args, { cwd, env: { ...env, PORT: String(port), HOSTNAME: '127.0.0.1' } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  try {
    const url = `http://127.0.0.1:${port}`;
    await untilItListens(url, () => child.exitCode !== null);
    await use(url);
  } catch (cause) {
    throw new Error(`${command.join(' ')}\n${output}`, { cause });
  } finally {
    child.kill();
    await ended;
  }
  return await ended;
}

/** Asks until anything answers. */
async function untilItListens(url: string, hasEnded: () => boolean): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer !== undefined) return;
    if (hasEnded() || Date.now() > until) throw new Error('The server does not listen.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Has a server mint a token for whoever `uuid` is. */
export async function askForToken(url: string, uuid: string): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ uuid }) });
  const text = await response.text();
  const { biz_token } = (response.ok ? JSON.parse(text) : {}) as { biz_token?: string };
  if (biz_token === undefined) throw new Error(`${url} answered ${response.status} ${text}`);
  return biz_token;
}

/** Uses an endpoint as an app does, with a session and without. */
export async function askEndpoint(url: string): Promise<string> {
  const { status } = await fetch(url, { method: 'POST' });
  if (status !== 401) throw new Error(`${url} answered ${status} to one who has not signed in.`);
  const response = await fetch(url, { method: 'POST', headers: { authorization: 'Bearer an-example-session' } });
  const text = await response.text();
  const { biz_token } = (response.ok ? JSON.parse(text) : {}) as { biz_token?: string };
  if (biz_token === undefined) throw new Error(`${url} answered ${response.status} ${text}`);
  if (response.headers.get('cache-control') !== 'no-store') throw new Error('Its answer may be kept.');
  return biz_token;
}

/** Has the sandbox's phone end with a token, and uses the endpoint for the verdict as an app does: as another user, by the right one, and once more. */
export async function askForVerdict(url: string, token: string, sandbox: string): Promise<void> {
  const json = { 'content-type': 'application/json' };
  await fetch(`${sandbox}/_sandbox/phone`, { method: 'POST', headers: json, body: JSON.stringify({ biz_token: token }) });
  const session = { authorization: 'Bearer an-example-session' };
  const answers: string[] = [];
  for (const headers of [{ 'biz-token': token }, session, { ...session, 'biz-token': token }, { ...session, 'biz-token': token }]) {
    const response = await fetch(url, { method: 'POST', headers: headers as Record<string, string> });
    const text = await response.text();
    answers.push(`${response.status}${response.ok ? ` ${text}` : ''}`);
  }
  const [unknown, tokenless, first, again] = answers;
  if (unknown !== '401' || tokenless !== '409' || !first?.startsWith('200 {"passed":true,') || again !== first)
    throw new Error(`${url} answered ${answers.join(', ')}`);
}
