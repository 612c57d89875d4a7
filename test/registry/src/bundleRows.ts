import { run } from '@finauth-sdk/release/run';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bundler, bundlers, type Format } from './bundle.ts';
import type { Consumer } from './consumer.ts';
import { borrow, copyCustomer, copyFixture, copySample, install } from './place.ts';

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
      await copySample(place, 'lambda.ts', 'sample.ts');
      await copyCustomer(place, 'customer.ts');
      await install(place, ['@finauth-sdk/signing', '@finauth-sdk/server', '@finauth-sdk/sandbox']);
      await borrow(place, ['hono']);
      // Those that read TypeScript take the guide's function too.
      for (const entry of ['handler.js', ...(['esbuild', 'Vite'].includes(name) ? ['sample.ts'] : [])]) {
        const file = `${entry.split('.')[0]}-bundled.${format === 'CommonJS' ? 'cjs' : 'mjs'}`;
        await bundle(place, entry, `dist/${file}`, format);
        const alone = `${place.folder}-alone-${entry.split('.')[0]}`;
        await mkdir(alone);
        await copyFile(join(place.folder, 'dist', file), join(alone, file));
        await copyFile(join(place.folder, 'invoke.mjs'), join(alone, 'invoke.mjs'));
        await run([process.execPath, 'invoke.mjs', file], { cwd: alone, env: place.env });
      }
    },
  };
}
