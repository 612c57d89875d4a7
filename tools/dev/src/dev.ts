import { setTimeout as pause } from 'node:timers/promises';
import { startMock } from '@finauth-sdk/mock';
import { affectedBy, GENERATED, together, type Affected } from './affected.ts';
import { generator } from './generator.ts';
import type { Services } from './react.ts';
import { round } from './round.ts';
import { service } from './service.ts';
import { startSandbox } from './startSandbox.ts';
import { watchTree } from './watchTree.ts';

export interface DevOptions {
  root: string;
  mockPort: number;
  sandboxPort: number;
  say: (text: string) => void;
  /** Aborted, it ends all. */
  signal: AbortSignal;
}

/** An editor may write a file in two steps, and save more than one. */
const SETTLE_MS = 60;
const EVERYTHING: Affected = { generate: true, build: ['packages/*'], mock: true, docs: false, check: GENERATED, rest: [] };

/** Watches until the signal, and brings everything up to date after each save. What is wrong with a save is reported, and the next one may correct it. */
export async function dev({ root, mockPort, sandboxPort, say, signal }: DevOptions): Promise<void> {
  const mock = service(() => startMock({ port: mockPort }));
  const sandbox = service(() => startSandbox(root, sandboxPort));
  const services: Services = { root, generator: generator(root), mock, sandbox, say };
  let saved = new Set<string>();
  let wake: () => void = () => undefined;
  let overtaken = new AbortController();
  const watcher = await watchTree(root, (path) => {
    saved.add(path);
    overtaken.abort();
    wake();
  });
  signal.addEventListener('abort', () => (overtaken.abort(), wake()), { once: true });

  // What has failed is done again along with the next save, which may have corrected it.
  let pending: Affected = EVERYTHING;
  let paths: string[] = [];
  try {
    while (!signal.aborted) {
      overtaken = new AbortController();
      pending = await round(services, pending, paths, AbortSignal.any([signal, overtaken.signal]));
      if (saved.size === 0 && !signal.aborted) {
        services.generator.makeReady();
        await new Promise<void>((resolve) => (wake = resolve));
      }
      await pause(SETTLE_MS);
      paths = [...saved].sort();
      saved = new Set();
      if (paths.some((path) => path.startsWith('tools/generate/'))) services.generator.discard();
      pending = together(pending, affectedBy(paths));
    }
  } finally {
    services.generator.discard();
    await watcher.close();
    await Promise.all([mock.stop(), sandbox.stop()]);
  }
}
