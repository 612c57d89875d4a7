import { build as esbuild } from 'esbuild';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build as vite } from 'vite';
import { webpack, type Configuration, type Stats } from 'webpack';

/** What bundles a project's `mint.js`, with all that it imports, to one file for Node. Each gives that file's path. */
export const bundlers = {
  async esbuild(folder: string): Promise<string> {
    const outfile = join(folder, 'dist/esbuild.mjs');
    await esbuild({
      absWorkingDir: folder,
      entryPoints: ['mint.js'],
      outfile,
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'node',
    });
    return outfile;
  },

  async vite(folder: string): Promise<string> {
    const output = { entryFileNames: 'vite.mjs' };
    await vite({
      root: folder,
      configFile: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: { ssr: 'mint.js', outDir: 'dist', emptyOutDir: false, target: 'es2022', minify: true, rollupOptions: { output } },
    });
    return join(folder, 'dist/vite.mjs');
  },

  async webpack(folder: string): Promise<string> {
    const configuration: Configuration = {
      context: folder,
      entry: './mint.js',
      mode: 'production',
      target: 'node20',
      experiments: { outputModule: true },
      output: { path: join(folder, 'dist'), filename: 'webpack.mjs', module: true },
    };
    const stats: Stats | undefined = await promisify<Configuration, Stats | undefined>(webpack)(configuration);
    if (stats === undefined || stats.hasErrors() || stats.hasWarnings()) throw new Error(`webpack: ${stats?.toString('errors-warnings')}`);
    return join(folder, 'dist/webpack.mjs');
  },
} as const;
