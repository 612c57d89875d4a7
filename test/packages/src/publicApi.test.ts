import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publicApi } from './publicApi.ts';
import { published, snapshot } from './published.ts';

const entries = published.flatMap(({ folder, directory, manifest }) =>
  Object.entries(manifest.exports ?? {}).flatMap(([path, target]) =>
    typeof target === 'string'
      ? []
      : [
          {
            name: [folder, ...path.split('/').slice(1)].join('-'),
            file: join(directory, target.import.types),
            commonjs: join(directory, target.require.types),
          },
        ],
  ),
);

it.each(entries)('the public API of $name is what its snapshot says; if it is to change, `npm run snapshots`', async ({ name, file }) => {
  await expect(publicApi(file)).toMatchFileSnapshot(snapshot(`${name}.api.d.ts`));
});

it.each(entries)('the public API of $name is the same in CommonJS', ({ file, commonjs }) => {
  expect(publicApi(commonjs).replaceAll('.cjs"', '.js"')).toBe(publicApi(file));
});
