import { run } from '@finauth-sdk/release/run';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundlers } from './bundle.ts';
import type { Consumer } from './consumer.ts';
import { copyFixture, install, type Place } from './place.ts';

const node = process.execPath;

function row(how: string, prove: (place: Place) => Promise<void>): Consumer {
  return {
    tool: 'Two copies',
    version: 'of one',
    how,
    run: async (place) => {
      await copyFixture(place, 'copies');
      await install(place, ['@finauth-sdk/signing']);
      await prove(place);
    },
  };
}

/** What is thrown by one copy is caught by a program that has another, and a transport of one serves a client of the other. */
export const copyRows: readonly Consumer[] = [
  row('import and require() in one Node, which forbids require() of ES modules', async ({ folder, env }) => {
    const forbid = '--no-experimental-require-module';
    await run([node, forbid, 'formats.mjs'], { cwd: folder, env: { ...env, EXPECT_TWO: 'yes' } });
  }),
  ...bundlers
    .filter(({ name }) => ['esbuild', 'webpack'].includes(name))
    .map(({ name, bundle }) =>
      row(`import and require() in one bundle of ${name}`, async (place) => {
        await bundle(place, 'formats.mjs', 'dist/formats.mjs', 'ES modules');
        // webpack knows module-sync, and takes one.
        const env = { ...place.env, EXPECT_TWO: name === 'esbuild' ? 'yes' : 'no' };
        await run([node, 'dist/formats.mjs'], { cwd: place.folder, env });
      }),
    ),
  row('two installed versions', async (place) => {
    const { folder, env } = place;
    // The same again, published under a later number.
    const later = `${folder}-later`;
    await cp(join(folder, 'node_modules/@finauth-sdk/signing'), later, { recursive: true });
    const manifest = JSON.parse(await readFile(join(later, 'package.json'), 'utf8')) as { version: string; publishConfig?: object };
    const version = manifest.version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
    await writeFile(join(later, 'package.json'), JSON.stringify({ ...manifest, version, publishConfig: { access: 'public' } }));
    await run(['npm', 'publish', '--tag', 'later', '--ignore-scripts'], { cwd: later, env });
    await install(place, [`other-version@npm:@finauth-sdk/signing@${version}`]);
    await run([node, 'versions.mjs'], { cwd: folder, env });
  }),
];
