import { build } from 'esbuild';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program's bundle for Node, as esbuild makes it of what is built; Node's own modules are not in it. */
export async function bundle(contents: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: dirname(fileURLToPath(import.meta.url)) },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'es2023',
    // A peer of ours, which its user brings.
    external: ['undici'],
    write: false,
  });
  return outputFiles[0]!.contents;
}
