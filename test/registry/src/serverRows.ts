import { run } from '@finauth-sdk/release/run';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile } from './compile.ts';
import { type Consumer, slow } from './consumer.ts';
import { borrow, copyCustomer, copyFixture, copySample, install, type Place } from './place.ts';
import { askEndpoint, askForVerdict, serve } from './serve.ts';

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

interface Endpoint {
  readonly borrowed?: readonly string[];
  readonly packages?: readonly string[];
  copy(place: Place): Promise<void>;
  /** It has the other endpoint too. */
  readonly verifies?: true;
}

/** The endpoint of the guide, type-checked, started, used by phones and a probe, and told to end. */
function endpoint(tool: string, version: string, { borrowed = [], packages = [], copy, verifies }: Endpoint): Consumer {
  return {
    tool,
    version,
    how: 'the endpoint that an app calls',
    run: async (place) => {
      await copyFixture(place, 'endpoint');
      await copy(place);
      await copyCustomer(place, 'customer.ts');
      await install(place, ['@finauth-sdk/signing', '@finauth-sdk/server', ...packages]);
      await borrow(place, ['@hono/node-server', 'hono', ...borrowed, '@types/node']);
      await compile(place.folder, '7.0', '--outDir', 'dist');
      const env = { ...place.env, DRAIN_MS: '0' };
      const [code, signal] = await serve([process.execPath, 'dist/app.js'], { cwd: place.folder, env }, async (url) => {
        const token = await askEndpoint(`${url}/token`);
        if (verifies) await askForVerdict(`${url}/verify`, token, place.env['FINAUTH_BASE_URL']!);
        const { status } = await fetch(`${url}/readyz`);
        if (status !== 200) throw new Error(`The probe says ${status}.`);
      });
      if (code !== 0) throw new Error(`It did not end by itself: ${code} ${signal}`);
    },
  };
}

/** A Worker's endpoint, in the runtime of Cloudflare. */
async function runWorker(place: Place): Promise<void> {
  await copyFixture(place, 'endpoint');
  await copySample(place, 'worker.ts', 'app.ts');
  await copyCustomer(place, 'customer.ts');
  await install(place, ['@finauth-sdk/signing', '@finauth-sdk/server']);
  const { outputFiles } = await build({
    absWorkingDir: place.folder,
    entryPoints: ['app.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*'],
  });
  const names = Object.keys(place.env).filter((name) => /^FINAUTH_|^UUID_KEY$|^CONSUMER$/.test(name));
  const worker = new Miniflare({
    modules: true,
    script: outputFiles[0]!.text,
    compatibilityDate: '2026-01-01',
    compatibilityFlags: ['nodejs_compat'],
    bindings: Object.fromEntries(names.map((name) => [name, place.env[name]!])),
    cf: false,
  });
  try {
    const url = new URL('/token', await worker.ready).href;
    // More than one at once: none may wait for the call of another.
    await Promise.all([askEndpoint(url), askEndpoint(url)]);
    await askEndpoint(url);
  } finally {
    await worker.dispose();
  }
}

export const serverRows: readonly Consumer[] = [
  endpoint('Hono', versionOf('hono'), { copy: (place) => copySample(place, 'hono.ts', 'app.ts') }),
  endpoint('Express', versionOf('express'), {
    borrowed: ['express', '@types/express'],
    copy: (place) => copySample(place, 'express.ts', 'app.ts'),
  }),
  endpoint('Fastify', '5', {
    packages: ['fastify@5.12.8', 'prom-client@15.1.3'],
    copy: async (place) => {
      await copySample(place, 'fastify.ts', 'app.ts');
      await copySample(place, 'expected.ts', 'expected.ts');
      // It begins as a JPEG does, which is what is looked at.
      await writeFile(join(place.folder, 'passport.jpg'), Buffer.from('ffd8ffe0', 'hex'));
    },
    verifies: true,
  }),
  { tool: 'Cloudflare Workers', version: 'of Miniflare 4', how: 'the endpoint that an app calls', run: runWorker },
  slow(app('Koa', '3', { packages: ['koa@3.3.0', '@types/koa@3.0.3'] })),
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
