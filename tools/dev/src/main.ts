import { dirname } from 'node:path';
import { dev } from './dev.ts';
import { portOf } from '../../portOf.ts';

const root = dirname(dirname(dirname(import.meta.dirname)));

try {
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
  console.log('Watching spec/ and the sources. Ctrl-C stops it.');
  await dev({
    root,
    mockPort: portOf('MOCK_PORT', 4010),
    sandboxPort: portOf('SANDBOX_PORT', 4011),
    say: (text) => console.log(text),
    signal: stopped.signal,
  });
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
