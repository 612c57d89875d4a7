import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { isFree } from '../../freePort.ts';

const { resolve } = createRequire(import.meta.url);
const prism = resolve('@stoplight/prism-cli');
const spec = resolve('@finauth-sdk/spec/openapi.yaml');

export interface Mock {
  /** Scheme, host and port, to be given as a base URL. */
  url: string;
  /** Resolves when Prism has ended, by itself or not, to the last that it said. */
  ended: Promise<string>;
  close(): Promise<void>;
}

/** Serves the spec with Prism, on this machine only. Resolves once it answers. Without a port, on one that is free. */
export async function startMock({ port }: { port?: number } = {}): Promise<Mock> {
  // Prism finds a free one by itself. Of one that is taken it says less.
  if (port !== undefined && !(await isFree(port)))
    throw new Error(`Port ${port} is taken: stop what listens there, or choose another with PORT=…`);
  const child = spawn(process.execPath, [prism, 'mock', '--host', '127.0.0.1', '--port', String(port ?? 0), spec], {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  // Read to the end, or Prism would block on a full pipe.
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output = `${output}${chunk}`.slice(-10_000)));
  const ended = new Promise<string>((done) => child.once('close', () => done(output)));
  const kill = () => void child.kill();
  process.once('exit', kill);
  const close = async () => {
    kill();
    await ended;
    process.off('exit', kill);
  };
  try {
    return { url: await listening(child, ended), ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Resolves to the URL that Prism says it listens on. */
function listening(child: ChildProcess, ended: Promise<string>): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk;
      const [, url] = /Prism is listening on (http:\/\/[\d.]+:\d+)\s/.exec(said) ?? [];
      if (url !== undefined) done(url);
    });
    child.once('error', fail);
    void ended.then((output) => fail(new Error(`Prism did not come up:\n${output}`)));
  });
}
