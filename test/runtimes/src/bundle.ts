import { build } from 'esbuild';
import { runnerPath } from './run.ts';

/** A runner with all that it imports in one file, as for a runtime that cannot look packages up. */
export async function bundle(name: string, format: 'esm' | 'iife', conditions: string[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [runnerPath(name)],
    bundle: true,
    write: false,
    format,
    target: 'es2022',
    conditions,
    logLevel: 'warning',
  });
  return outputFiles[0]!.text;
}
