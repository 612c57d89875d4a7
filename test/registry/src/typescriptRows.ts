import { run } from '@finauth-sdk/release/run';
import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile, type CompilerVersion } from './compile.ts';
import type { Consumer } from './consumer.ts';
import { borrow, copyFixture, install, type Place } from './place.ts';

type Format = 'CommonJS' | 'ES modules';

/** How TypeScript may look for a package, and for which of its versions, and for sources of which format, it can. */
const resolutions: readonly { resolution: string; formats: Record<Format, readonly CompilerVersion[]> }[] = [
  // Gone in 7. It knows no exports, so that for it there is one format: that of its own output.
  { resolution: 'node10', formats: { CommonJS: ['5.0', '5.5', '5.9', '6.0'], 'ES modules': ['5.0', '5.5', '5.9', '6.0'] } },
  { resolution: 'node16', formats: both(['5.0', '5.5', '5.9', '6.0', '7.0']) },
  { resolution: 'nodenext', formats: both(['5.0', '5.5', '5.9', '6.0', '7.0']) },
  // Before 6 it could not be had with CommonJS as the output.
  { resolution: 'bundler', formats: { CommonJS: ['6.0', '7.0'], 'ES modules': ['5.0', '5.5', '5.9', '6.0', '7.0'] } },
];

// In every run: the newest and the oldest, by the ways to look for packages that differ most.
const OFTEN = new Set([
  '5.0 node10 CommonJS',
  '5.0 node16 ES modules',
  '7.0 node16 CommonJS',
  '7.0 node16 ES modules',
  '7.0 bundler ES modules',
]);

/** Every TypeScript, every way of it to look for packages, and both formats of sources, as strict as can be. */
export const typescriptRows: readonly Consumer[] = resolutions.flatMap(({ resolution, formats }) =>
  (Object.keys(formats) as Format[]).flatMap((format) => formats[format].map((version) => row(version, resolution, format))),
);

function row(version: CompilerVersion, resolution: string, format: Format): Consumer {
  return {
    tool: 'TypeScript',
    version,
    how: `${resolution}, ${format}`,
    slow: !OFTEN.has(`${version} ${resolution} ${format}`),
    run: async (place) => {
      await share(place);
      const { folder, env } = place;
      const entry = format === 'CommonJS' ? 'cjs' : 'esm';
      await writeFile(join(folder, 'package.json'), JSON.stringify({ type: format === 'CommonJS' ? 'commonjs' : 'module' }));
      await writeFile(
        join(folder, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: options(version, resolution, format), files: [`${entry}.ts`] }),
      );
      await compile(folder, version);
      // What needs others' types takes them as they are.
      const platform = { ...options(version, resolution, format), types: ['node'], skipLibCheck: true, noEmit: true };
      await writeFile(join(folder, 'tsconfig.platform.json'), JSON.stringify({ compilerOptions: platform, files: ['platform.ts'] }));
      await compile(folder, version, '--project', 'tsconfig.platform.json');
      const client = { ...options(version, resolution, format), lib: ['es2022', 'dom'], noEmit: true };
      await writeFile(join(folder, 'tsconfig.client.json'), JSON.stringify({ compilerOptions: client, files: ['client.ts'] }));
      await compile(folder, version, '--project', 'tsconfig.client.json');
      await run([process.execPath, join(folder, 'dist', `${entry}.js`)], { cwd: folder, env });
    },
  };
}

function options(version: CompilerVersion, resolution: string, format: Format): object {
  const plain = format === 'CommonJS' ? 'commonjs' : 'es2022';
  return {
    target: 'es2022',
    lib: ['es2022'],
    module: ['node10', 'bundler'].includes(resolution) ? plain : resolution,
    moduleResolution: resolution,
    ...(version === '6.0' && resolution === 'node10' && { ignoreDeprecations: '6.0' }),
    rootDir: '.',
    outDir: 'dist',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: format === 'ES modules',
    skipLibCheck: false,
  };
}

function both(versions: readonly CompilerVersion[]): Record<Format, readonly CompilerVersion[]> {
  return { CommonJS: versions, 'ES modules': versions };
}

let shared: Promise<string> | undefined;

/** One installation for all of these rows: it is the compilers that differ. */
async function share(place: Place): Promise<void> {
  shared ??= (async () => {
    const folder = join(place.folder, '../typescript');
    await mkdir(folder, { recursive: true });
    const whole = { ...place, folder };
    await copyFixture(whole, 'typescript');
    await writeFile(join(folder, 'package.json'), '{ "private": true }');
    await install(
      whole,
      ['client', 'validator', 'signing', 'sandbox'].map((name) => `@finauth-sdk/${name}`),
    );
    await borrow(whole, ['@types/node', 'undici']);
    return folder;
  })();
  const folder = await shared;
  for (const file of await readdir(folder)) if (file.endsWith('.ts')) await cp(join(folder, file), join(place.folder, file));
  await symlink(join(folder, 'node_modules'), join(place.folder, 'node_modules'), 'junction');
}
