import { run } from '@finauth-sdk/release/run';
import { build as esbuild } from 'esbuild';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build as vite } from 'vite';
import webpack, { type Configuration, type Stats } from 'webpack';
import { install, type Place } from './place.ts';

export type Format = 'CommonJS' | 'ES modules';

export interface Bundler {
  readonly name: string;
  readonly version: string;
  readonly slow?: boolean;
  /** Bundles `entry` with all that it imports to `outfile`, for Node, minified. */
  bundle(place: Place, entry: string, outfile: string, format: Format): Promise<void>;
}

/** What is used to make one file of a function for Lambda, or of a server. */
export const bundlers: readonly Bundler[] = [
  {
    name: 'esbuild',
    version: '0.28',
    async bundle({ folder }, entry, outfile, format) {
      const output = format === 'CommonJS' ? 'cjs' : 'esm';
      // What it includes may be CommonJS, which asks Node for its modules by require().
      const banner = { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` };
      await esbuild({
        absWorkingDir: folder,
        entryPoints: [entry],
        outfile,
        bundle: true,
        minify: true,
        format: output,
        platform: 'node',
        ...(output === 'esm' && { banner }),
      });
    },
  },
  {
    name: 'Vite',
    version: '8',
    async bundle({ folder }, entry, outfile, format) {
      const output = { entryFileNames: outfile.replace('dist/', ''), format: format === 'CommonJS' ? 'cjs' : 'es' } as const;
      await vite({
        root: folder,
        configFile: false,
        logLevel: 'warn',
        ssr: { noExternal: true },
        build: { ssr: entry, outDir: 'dist', emptyOutDir: false, target: 'es2022', minify: true, rollupOptions: { output } },
      });
    },
  },
  {
    name: 'webpack',
    version: '5',
    // A bundle of two copies is tried in every run.
    slow: true,
    bundle: async (place, ...what) => bundleByWebpack(webpack as unknown as Compile, place, ...what),
  },
  {
    name: 'Rspack',
    version: '2',
    slow: true,
    async bundle(place, entry, outfile, format) {
      await install(place, ['@rspack/core@2.3.3'], '--ignore-scripts');
      const configuration = JSON.stringify({ ...configurationOf(place.folder, entry, outfile, format), cache: false });
      await writeFile(
        join(place.folder, 'build.mjs'),
        `import { rspack } from '@rspack/core';
        rspack(${configuration}, (error, stats) => {
          if (!error && !stats.hasErrors() && !stats.hasWarnings()) return;
          console.error(error ?? stats.toString('errors-warnings'));
          process.exitCode = 1;
        });`,
      );
      await run([process.execPath, 'build.mjs'], { cwd: place.folder, env: place.env });
    },
  },
  {
    name: 'Rollup',
    version: '4',
    slow: true,
    async bundle(place, entry, outfile, format) {
      const plugins = ['@rollup/plugin-node-resolve@16.0.3', '@rollup/plugin-commonjs@29.0.3', '@rollup/plugin-terser@1.0.2'];
      await install(place, ['rollup@4.68.8', ...plugins], '--ignore-scripts');
      const output = ['--file', outfile, '--format', format === 'CommonJS' ? 'cjs' : 'es', '--inlineDynamicImports'];
      const names = [`node-resolve={exportConditions:['node']}`, 'commonjs', 'terser'].flatMap((name) => ['--plugin', name]);
      await run(['npx', 'rollup', entry, ...output, ...names, '--failAfterWarnings'], { cwd: place.folder, env: place.env });
    },
  },
  {
    name: 'ncc',
    version: '0.45',
    slow: true,
    async bundle(place, entry, outfile, format) {
      await install(place, ['@vercel/ncc@0.45.0'], '--ignore-scripts');
      // It takes the format of the project.
      await writeFile(join(place.folder, 'package.json'), JSON.stringify({ type: format === 'CommonJS' ? 'commonjs' : 'module' }));
      const source = format === 'CommonJS' ? 'handler.cjs' : entry;
      await run(['npx', 'ncc', 'build', source, '--minify', '--out', 'dist'], { cwd: place.folder, env: place.env });
      const made = format === 'CommonJS' ? 'index.cjs' : 'index.js';
      await run(['mv', `dist/${made}`, outfile], { cwd: place.folder });
    },
  },
];

type Compile = (configuration: Configuration, done: (error: Error | null, stats?: Stats) => void) => void;

async function bundleByWebpack(compile: Compile, { folder }: Place, entry: string, outfile: string, format: Format): Promise<void> {
  const stats = (await promisify(compile)(configurationOf(folder, entry, outfile, format))) as Stats | undefined;
  if (stats === undefined || stats.hasErrors() || stats.hasWarnings()) throw new Error(`${stats?.toString('errors-warnings')}`);
}

function configurationOf(folder: string, entry: string, outfile: string, format: Format): Configuration {
  const esm = format === 'ES modules';
  return {
    context: folder,
    entry: `./${entry}`,
    mode: 'production',
    target: 'node20',
    experiments: { outputModule: esm },
    output: {
      path: join(folder, 'dist'),
      filename: outfile.replace('dist/', ''),
      module: esm,
      library: { type: esm ? 'module' : 'commonjs2' },
    },
  };
}
