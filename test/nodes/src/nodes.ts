import { createRequire } from 'node:module';
import manifest from '../package.json' with { type: 'json' };

const { resolve } = createRequire(import.meta.url);

/** The binary of each line of Node that is supported, by the line's name. */
export const nodes: readonly { readonly name: string; readonly path: string }[] = Object.keys(manifest.dependencies)
  .filter((name) => name.startsWith('node-'))
  .map((name) => ({ name: name.replace('node-', 'Node '), path: resolve(`${name}/bin/node`) }));
