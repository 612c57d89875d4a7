import { run } from '@finauth-sdk/release/run';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './compile.ts';
import type { Consumer } from './consumer.ts';
import { borrow, copyFixture, install } from './place.ts';

/** The version of what this workspace has. */
const versionOf = (name: string): string => {
  const { version } = JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')) as {
    version: string;
  };
  return version.split('.')[0]!;
};

/** An app that listens, is called once over HTTP, and stops; type-checked with the types of a browser and of Node. */
function app(tool: string, version: string, { borrowed = [], packages = [] }: { borrowed?: string[]; packages?: string[] }): Consumer {
  return {
    tool,
    version,
    how: 'ES modules',
    run: async (place) => {
      await copyFixture(place, tool.toLowerCase());
      await install(place, ['@finauth-sdk/signing', ...packages]);
      await borrow(place, [...borrowed, '@types/node']);
      await compile(place.folder, '7.0', '--outDir', 'dist');
      await run([process.execPath, join(place.folder, 'dist/app.js')], { cwd: place.folder, env: place.env });
    },
  };
}

export const serverRows: readonly Consumer[] = [
  app('Hono', versionOf('hono'), { borrowed: ['hono', '@hono/node-server'] }),
  app('Express', versionOf('express'), { borrowed: ['express', '@types/express'] }),
  app('Fastify', '5', { packages: ['fastify@5.12.8'] }),
  app('Koa', '3', { packages: ['koa@3.3.0', '@types/koa@3.0.3'] }),
  ...(['CommonJS', 'ES modules'] as const).map((how): Consumer => ({
    tool: 'JavaScript',
    version: 'of Node',
    how,
    run: async (place) => {
      await copyFixture(place, how === 'CommonJS' ? 'commonjs' : 'javascript');
      await install(place, ['@finauth-sdk/signing']);
      await run([process.execPath, 'mint.js'], { cwd: place.folder, env: place.env });
    },
  })),
];
