import { run } from '@finauth-sdk/release/run';
import { nodes } from '@finauth-sdk/test-nodes';
import { createRequire } from 'node:module';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findPnpm } from '../../../tools/findPnpm.mjs';
import { type Consumer, slow } from './consumer.ts';
import { copyFixture, install, type Place } from './place.ts';

const ours = ['@finauth-sdk/signing', '@finauth-sdk/sandbox'];
const typed = ['typescript@5.9.3', '@types/node@24.19.2'];
const node = process.execPath;
const root = join(import.meta.dirname, '../../..');
const { resolve } = createRequire(import.meta.url);
const binOf = (name: string, file: string): string => join(dirname(resolve(`${name}/package.json`)), file);

/** What runs tests, or TypeScript, installed by npm. */
function runner(tool: string, version: string, packages: string[], command: [string, ...string[]], how = 'its own runner'): Consumer {
  return {
    tool,
    version,
    how,
    run: async (place) => {
      await copyFixture(place, 'runners');
      await install(place, [...packages, ...ours], '--ignore-scripts');
      await run(command, { cwd: place.folder, env: place.env });
    },
  };
}

const runners = [
  slow(runner('Vitest', '5', ['vitest@5.1.1', 'vite@8.3.8'], ['npx', 'vitest', 'run', 'vitest.test.mjs'])),
  runner('node:test', 'of Node', [], [node, '--test', 'node.test.mjs']),
  slow(runner('Mocha', '12', ['mocha@12.0.3'], ['npx', 'mocha', 'mocha.spec.cjs'])),
  runner('tsx', '4', ['tsx@4.23.15'], ['npx', 'tsx', 'mint.ts'], 'TypeScript as it is'),
  slow(
    runner(
      'ts-node',
      '10',
      ['ts-node@10.9.2', ...typed],
      ['npx', 'ts-node', '--compilerOptions', '{"module":"commonjs","target":"es2022","types":["node"]}', 'mint.ts'],
      'TypeScript as CommonJS',
    ),
  ),
];

/** TypeScript as it is, by Node itself, which only takes the types out. */
const stripping: Consumer = {
  tool: 'Node',
  version: nodes
    .map(({ name }) => name.replace(/^Node /, ''))
    .slice(1)
    .join(', '),
  how: 'TypeScript as it is (--experimental-strip-types)',
  run: async (place) => {
    await copyFixture(place, 'runners');
    await install(place, ours);
    for (const { path } of nodes.slice(1))
      await run([path, '--experimental-strip-types', 'mint.ts'], { cwd: place.folder, env: place.env });
  },
};

/** Another package manager: how it installs, and how what it has installed is run. */
function manager(tool: string, version: string, how: string, use: (place: Place) => Promise<void>): Consumer {
  return {
    tool,
    version,
    how,
    run: async (place) => {
      await copyFixture(place, 'runners');
      await writeFile(join(place.folder, 'package.json'), JSON.stringify({ name: 'app', version: '1.0.0', private: true, ...needs }));
      // pnpm and Bun read the settings of the project only.
      await writeFile(join(place.folder, '.npmrc'), `@finauth-sdk:registry=${place.registry.url}\n`);
      await use(place);
    },
  };
}

const needs = { dependencies: { '@finauth-sdk/signing': '*', '@finauth-sdk/sandbox': '*' } };

/** Both formats, by what a Node of the project's is called. */
async function runBoth({ folder, env }: Place, command: readonly [string, ...string[]], ...loader: string[]): Promise<void> {
  await run([...command, 'mint.cjs'], { cwd: folder, env });
  await run([...command, ...loader, 'start.mjs'], { cwd: folder, env });
}

const yarn = async (place: Place): Promise<void> => {
  const settings = {
    nodeLinker: 'pnp',
    enableTelemetry: false,
    enableGlobalCache: false,
    // It keeps there where a version's file is, and each of our registries has the same versions.
    globalFolder: join(place.folder, '.yarn/global'),
    npmScopes: { 'finauth-sdk': { npmRegistryServer: place.registry.url } },
    // Published a moment ago, which it would wait out.
    npmPreapprovedPackages: ['@finauth-sdk/*'],
    unsafeHttpWhitelist: ['127.0.0.1'],
    npmRegistryServer: (await run(['npm', 'config', 'get', 'registry'], { cwd: place.folder })).trim(),
  };
  await writeFile(join(place.folder, '.yarnrc.yml'), JSON.stringify(settings));
  await writeFile(join(place.folder, 'yarn.lock'), '');
  await run(['npx', '--yes', '--package', '@yarnpkg/cli-dist@4.18.1', 'yarn', 'install', '--no-immutable'], {
    cwd: place.folder,
    env: place.env,
  });
  for (const { path } of nodes) await runBoth(place, [path, '--require', './.pnp.cjs'], '--experimental-loader', './.pnp.loader.mjs');
};

const managers: Consumer[] = [
  slow(manager('Yarn', '4', `Plug'n'Play, on each Node`, yarn)),
  manager('pnpm', '12', 'as strict as it comes', async (place) => {
    await run([findPnpm(), 'install', '--no-frozen-lockfile'], { cwd: place.folder, env: place.env });
    await runBoth(place, [node]);
  }),
  manager('npm', 'of Node', 'workspaces', async ({ folder, ...place }) => {
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'root', private: true, workspaces: ['packages/*'] }));
    const app = join(folder, 'packages/app');
    await mkdir(app, { recursive: true });
    await copyFixture({ folder: app, ...place }, 'runners');
    await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'app', version: '1.0.0', private: true, ...needs }));
    await install({ folder, ...place }, [], '--ignore-scripts');
    await runBoth({ folder: app, ...place }, [node]);
  }),
  {
    tool: 'npm',
    version: 'of Node',
    how: 'the files of `npm run pack`',
    run: async (place) => {
      await copyFixture(place, 'runners');
      const { folder, env } = place;
      // The command without its build, which has been: see tools/run.mjs.
      await run([node, join(root, 'tools/release/src/packAll.ts'), folder], { cwd: root, env });
      const files = (await readdir(folder)).filter((file) => file.endsWith('.tgz') && !file.includes('-cli-'));
      await install(
        place,
        files.map((file) => `./${file}`),
      );
      await runBoth(place, [node]);
    },
  },
  manager('Bun', '1.4', 'its install', async (place) => {
    const bun = binOf('bun', 'bin/bun.exe');
    await run([bun, 'install'], { cwd: place.folder, env: place.env });
    await runBoth(place, [node]);
    await runBoth(place, [bun]);
  }),
];

const compiled: Consumer[] = [
  {
    tool: 'Bun',
    version: '1.4',
    how: 'bun build --compile',
    run: async (place) => {
      await copyFixture(place, 'runners');
      await install(place, ours);
      const { folder, env } = place;
      await run([binOf('bun', 'bin/bun.exe'), 'build', '--compile', '--minify', 'start.mjs', '--outfile', '../bun-compiled'], {
        cwd: folder,
        env,
      });
      await run([join(folder, '../bun-compiled')], { cwd: '/', env });
    },
  },
];

export const runnerRows: readonly Consumer[] = [...runners, stripping, ...managers, ...compiled];
