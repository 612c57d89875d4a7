import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { freePort } from './freePort.ts';

const { resolve } = createRequire(import.meta.url);
const prism = resolve('@stoplight/prism-cli');
const spec = resolve('@finauth-sdk/spec/openapi.yaml');

export interface Mock {
  /** Scheme, host and port, to be given as a base URL. */
  url: string;
  close(): Promise<void>;
}

/** Serves the spec with Prism, on this machine only. Resolves once it answers. Without a port, on one that is free. */
export async function startMock({ port }: { port?: number } = {}): Promise<Mock> {
  const chosen = await freePort(port);
  const child = spawn(process.execPath, [prism, 'mock', '--host', '127.0.0.1', '--port', String(chosen), spec], {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<void>((done) => child.once('close', () => done()));
  const kill = () => void child.kill();
  process.once('exit', kill);
  const close = async () => {
    kill();
    await closed;
    process.off('exit', kill);
  };
  try {
    await listening(child);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://127.0.0.1:${chosen}`, close };
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-10_000);
      if (output.includes('Prism is listening')) done();
    };
    // Read to the end, lest Prism should come to stand still on a full pipe.
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.once('error', fail);
    child.once('close', () => fail(new Error(`Prism did not come up:\n${output}`)));
  });
}
