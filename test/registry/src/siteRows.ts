import { run } from '@finauth-sdk/release/run';
import type { Consumer } from './consumer.ts';
import { copyFixture, install } from './place.ts';
import { askForToken, serve } from './serve.ts';

interface Site {
  readonly tool: string;
  readonly version: string;
  readonly fixture: string;
  readonly packages: readonly string[];
  /** A build has nothing of FinAuth's in its environment. */
  readonly build: readonly [string, ...string[]];
  readonly start: readonly [string, ...string[]];
  readonly path: string;
}

const sites: readonly Site[] = [
  {
    tool: 'Nuxt',
    version: '4',
    fixture: 'nuxt',
    packages: ['nuxt@4.5.2'],
    build: ['npx', 'nuxt', 'build'],
    start: [process.execPath, '.output/server/index.mjs'],
    path: '/api/token',
  },
  {
    tool: 'Astro',
    version: '7',
    fixture: 'astro',
    packages: ['astro@7.3.5', '@astrojs/node@11.1.6'],
    build: ['npx', 'astro', 'build'],
    start: [process.execPath, 'dist/server/entry.mjs'],
    path: '/token',
  },
  {
    tool: 'SvelteKit',
    version: '2',
    fixture: 'sveltekit',
    packages: ['@sveltejs/kit@2.70.4', '@sveltejs/adapter-node@5.5.7', '@sveltejs/vite-plugin-svelte@6.2.4', 'svelte@5.57.3', 'vite@7.3.8'],
    build: ['npx', 'vite', 'build'],
    start: [process.execPath, 'build/index.js'],
    path: '/token',
  },
  {
    tool: 'React Router',
    version: '7',
    fixture: 'react-router',
    packages: [
      'react-router@7.18.6',
      '@react-router/dev@7.18.4',
      '@react-router/node@7.18.5',
      '@react-router/serve@7.18.4',
      'react@19.3.1',
      'react-dom@19.3.1',
      'isbot@5.2.3',
      'vite@7.3.8',
    ],
    build: ['npx', 'react-router', 'build'],
    start: [process.execPath, 'node_modules/@react-router/serve/bin.js', 'build/server/index.js'],
    path: '/token',
  },
];

/** What builds a site and its server in one: built, started, and called once. */
export const siteRows: readonly Consumer[] = sites.map(({ tool, version, fixture, packages, build, start, path }) => ({
  tool,
  version,
  how: 'its server, built',
  slow: true,
  run: async (place) => {
    const { folder, env } = place;
    await copyFixture(place, fixture);
    await install(place, [...packages, '@finauth-sdk/signing'], '--ignore-scripts', '--legacy-peer-deps');
    const own = { ...env, CI: '1', HOST: '127.0.0.1', NUXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' };
    const bare = Object.fromEntries(Object.entries(own).filter(([name]) => !name.startsWith('FINAUTH_')));
    await run(build, { cwd: folder, env: bare });
    await serve(start, { cwd: folder, env: own }, async (url) => void (await askForToken(`${url}${path}`, env['CONSUMER']!)));
  },
}));
