import { run } from '@finauth-sdk/release/run';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The compilers that a consumer may have, by their version. */
export const compilers = {
  '5.0': 'typescript-5.0',
  '5.5': 'typescript-5.5',
  '5.9': 'typescript-5.9',
  '6.0': 'typescript-6.0',
  '7.0': 'typescript',
} as const;

export type CompilerVersion = keyof typeof compilers;

/**
 * Type-checks a project by one of TypeScript's versions, and emits what its tsconfig says.
 *
 * @throws {Error} with what the compiler has to say, if anything is wrong.
 */
export async function compile(folder: string, version: CompilerVersion, ...options: string[]): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve(`${compilers[version]}/package.json`);
  const { bin, version: exact } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { tsc: string }; version: string };
  if (!exact.startsWith(`${version}.`)) throw new Error(`${compilers[version]} is TypeScript ${exact}, and not ${version}.`);
  await run([process.execPath, join(dirname(manifest), bin.tsc), ...options], { cwd: folder });
}
