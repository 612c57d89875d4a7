import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../freePort.ts';

test('serves on the port of PORT, says how to get each answer, and ends with Ctrl-C', async () => {
  const port = await freePort();
  const { child, said, until } = run({ PORT: String(port) });
  await until('Ctrl-C stops it.');
  expect(said()).toContain(`http://127.0.0.1:${port}`);
  expect(said()).toMatch(/^ {2}403 {2}Prefer: code=403, example=EXPIRED_SIGN /m);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([0, null]);
});

test('says so when Prism is gone', async () => {
  const { child, said, until } = run({ PORT: String(await freePort()) });
  await until('Ctrl-C stops it.');
  process.kill(Number(execFileSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' })), 'SIGKILL');
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(said()).toContain('Prism has ended by itself');
});

test.each(['http', '0', '65536'])('refuses %s for a port', async (port) => {
  const { child, said } = run({ PORT: port });
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(said()).toContain(`PORT is ${port}`);
});

function run(environment: Record<string, string>): { child: ChildProcess; said(): string; until(text: string): Promise<void> } {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], { env: { PATH: process.env['PATH'], ...environment } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  let look = (): void => {};
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => ((output += chunk), look()));
  return {
    child,
    said: () => output,
    until: (text) => new Promise((done) => ((look = () => void (output.includes(text) && done())), look())),
  };
}
