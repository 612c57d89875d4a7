import { run } from '@finauth-sdk/release/run';
import { build } from 'esbuild';
import { copyFile, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { bundlers } from './bundle.ts';
import { compile, compilers, type CompilerVersion } from './compile.ts';
import type { ProjectOptions } from './openProject.ts';

/** One way to use the packages. */
export interface Consumer extends ProjectOptions {
  name: string;
  /** Builds the project, if there is anything to build, and gives the file to run. It prints the biz_token that it gets. */
  build(folder: string): Promise<string>;
}

const signing = ['@finauth-sdk/signing'];

export const consumers: readonly Consumer[] = [
  ...Object.keys(compilers).flatMap((version) =>
    ['nodenext', 'bundler'].map((resolution) => typescript(version as CompilerVersion, resolution)),
  ),
  {
    name: 'TypeScript, tests with the sandbox',
    fixture: 'sandbox',
    packages: [...signing, '@finauth-sdk/sandbox'],
    borrowed: ['@types/node'],
    build: async (folder) => {
      await compile(folder, '7.0', '--outDir', 'dist');
      return join(folder, 'dist/mint.js');
    },
  },
  { name: 'JavaScript', fixture: 'javascript', packages: signing, build: async (folder) => join(folder, 'mint.js') },
  { name: 'CommonJS, by require', fixture: 'commonjs', packages: signing, build: async (folder) => join(folder, 'mint.js') },
  ...Object.entries(bundlers).map(([name, bundle]) => bundled(name, bundle)),
  { name: 'Hono', fixture: 'hono', packages: signing, borrowed: ['hono', '@hono/node-server', '@types/node'], build: app },
  { name: 'Express', fixture: 'express', packages: signing, borrowed: ['express', '@types/express', '@types/node'], build: app },
  { name: 'Next.js route handler', fixture: 'next', packages: signing, build: routeHandler },
];

function typescript(version: CompilerVersion, resolution: string): Consumer {
  return {
    name: `TypeScript ${version}, ${resolution}`,
    fixture: 'typescript',
    packages: ['@finauth-sdk/signing', '@finauth-sdk/client'],
    build: async (folder) => {
      await compile(folder, version, '--project', `tsconfig.${resolution}.json`, '--outDir', 'dist');
      return join(folder, 'dist/mint.js');
    },
  };
}

/** A bundle is run where there is no node_modules, so that whatever was left out of it is missed. */
function bundled(name: string, bundle: (folder: string) => Promise<string>): Consumer {
  return {
    name: `bundled by ${name}`,
    fixture: 'bundled',
    packages: signing,
    build: async (folder) => {
      const file = await bundle(folder);
      const alone = join(`${folder}-alone`, basename(file));
      await mkdir(`${folder}-alone`);
      await copyFile(file, alone);
      return alone;
    },
  };
}

async function app(folder: string): Promise<string> {
  await compile(folder, '7.0', '--outDir', 'dist');
  return join(folder, 'dist/app.js');
}

/** Type-checked as Next.js does it; then compiled, without the checks, as Next.js does it too. */
async function routeHandler(folder: string): Promise<string> {
  await compile(folder, '5.9');
  await build({
    entryPoints: [join(folder, 'app/api/token/route.ts')],
    outfile: join(folder, 'dist/route.cjs'),
    format: 'cjs',
    platform: 'node',
  });
  return join(folder, 'call.cjs');
}

/** Runs what a consumer has built, as a process of its own, and gives what it prints. */
export async function mint(file: string, env: NodeJS.ProcessEnv): Promise<string> {
  return (await run([process.execPath, file], { cwd: join(file, '..'), env })).trim();
}
