import { run } from '@finauth-sdk/release/run';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bundler, bundlers, type Format } from './bundle.ts';
import type { Consumer } from './consumer.ts';
import { copyFixture, install } from './place.ts';

/** A function for Lambda, the sandbox within it too, as one file in each format. It is run where there is no node_modules, so that what was left out is missed. */
export const bundleRows: readonly Consumer[] = bundlers.flatMap((bundler) =>
  (['CommonJS', 'ES modules'] as const).map((format) => row(bundler, format)),
);

function row({ name, version, slow = false, bundle }: Bundler, format: Format): Consumer {
  return {
    tool: name,
    version,
    how: `one file of ${format}`,
    slow,
    run: async (place) => {
      await copyFixture(place, 'lambda');
      await install(place, ['@finauth-sdk/signing', '@finauth-sdk/sandbox']);
      const outfile = `dist/function.${format === 'CommonJS' ? 'cjs' : 'mjs'}`;
      await bundle(place, 'handler.js', outfile, format);
      const alone = `${place.folder}-alone`;
      await mkdir(alone);
      await copyFile(join(place.folder, outfile), join(alone, outfile.replace('dist/', '')));
      await copyFile(join(place.folder, 'invoke.mjs'), join(alone, 'invoke.mjs'));
      await run([process.execPath, 'invoke.mjs', outfile.replace('dist/', '')], { cwd: alone, env: place.env });
    },
  };
}
