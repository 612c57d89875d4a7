import { run } from '@finauth-sdk/release/run';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Consumer } from './consumer.ts';
import { copyCustomer, copyFixture, copySample, install, type Place } from './place.ts';
import { askEndpoint, serve } from './serve.ts';

/** Versions are those of this day: what a framework's own starter writes down are ranges. */
const BEFORE = '--before=2026-11-20';

/** For (request, response) of Node, and what it asks for. */
const [NODE_SERVER, HONO] = ['@hono/node-server@2.1.9', 'hono@4.13.19'];

/** Each NestJS by its own starter: built, started, called once, and its own unit tests run, with that of the guide among them. */
const nestRows: readonly Consumer[] = [
  ['10', '10.4.9'],
  ['11', '11.0.24'],
  ['12', '12.0.8'],
].map(([version, cli]) => ({
  tool: 'NestJS',
  version: version!,
  how: version === '12' ? 'by its starter: ES modules, Vitest' : 'by its starter: CommonJS, Jest',
  slow: true,
  run: async (place: Place) => {
    const { folder, env } = place;
    const options = ['--directory', '.', '--skip-install', '--skip-git', '--package-manager', 'npm'];
    await run(['npx', '--yes', `@nestjs/cli@${cli}`, 'new', 'app', ...options], { cwd: folder, env });
    await withoutTools(place, /eslint|prettier|oxlint|coverage|supertest|mau$|^globals$|source-map-support/);
    // ES modules name each file in full.
    const edit = (text: string): string => (version === '12' ? text.replaceAll(/from '(\.\/[^']+)'/g, `from '$1.js'`) : text);
    await copySample(place, 'nestModule.ts', 'src/token.module.ts', edit);
    await copySample(place, 'nestController.ts', 'src/token.controller.ts', edit);
    await copyCustomer(place, 'src/customer.ts');
    await copySample(place, 'nestController.spec.ts', 'src/token.controller.spec.ts', edit);
    const module = await readFile(join(folder, 'src/app.module.ts'), 'utf8');
    const imported = edit(`import { TokenModule } from './token.module';\n`);
    await writeFile(join(folder, 'src/app.module.ts'), imported + module.replace('imports: []', 'imports: [TokenModule]'));

    await install(place, [], BEFORE);
    await install(place, ['@finauth-sdk/signing', '@finauth-sdk/server', '@finauth-sdk/sandbox', NODE_SERVER, HONO], '--ignore-scripts');
    await run(['npm', 'test'], { cwd: folder, env });
    await run(['npm', 'run', 'build'], { cwd: folder, env: without(env) });
    await serve([process.execPath, 'dist/main.js'], { cwd: folder, env }, async (url) => {
      await askEndpoint(`${url}/token`);
      const { status } = await fetch(`${url}/readyz`);
      if (status !== 200) throw new Error(`The probe says ${status}.`);
    });
  },
}));

/** Each Next.js by its own starter: built with nothing of FinAuth's in the environment, started, and called in each of its ways. */
const nextRows: readonly Consumer[] = [
  ['14', '14.2.35'],
  ['15', '15.5.28'],
  ['16', '16.4.3'],
].map(([version, starter]) => ({
  tool: 'Next.js',
  version: version!,
  how: `by its starter: ${version === '16' ? 'route handler' : 'route handlers on Node and edge'}, Server Action`,
  slow: true,
  run: async (place: Place) => {
    const { folder, env } = place;
    const options = [
      '--yes',
      '--ts',
      '--app',
      '--no-eslint',
      '--no-tailwind',
      '--no-src-dir',
      '--import-alias',
      '@/*',
      '--use-npm',
      '--skip-install',
    ];
    await run(['npx', '--yes', `create-next-app@${starter}`, 'app', ...options, '--disable-git'], { cwd: folder, env });
    const app = { ...place, folder: join(folder, 'app') };
    // Its page loads fonts from elsewhere.
    await rm(join(app.folder, 'app'), { recursive: true });
    await rm(join(app.folder, 'node_modules'), { recursive: true, force: true });
    await copyFixture(app, 'next');
    // With the cacheComponents of 16's starter there is no edge runtime.
    if (version === '16') await rm(join(app.folder, 'app/api/edge'), { recursive: true });
    await copySample(app, 'nextRoute.ts', 'app/api/token/route.ts');
    await copySample(app, 'nextAction.ts', 'app/actions.ts');
    await copyCustomer(app, 'customer.ts');

    await install(app, [], BEFORE);
    await install(app, ['@finauth-sdk/signing', '@finauth-sdk/server'], '--ignore-scripts');
    const own = { ...env, NEXT_TELEMETRY_DISABLED: '1' };
    await run(['npm', 'run', 'build'], { cwd: app.folder, env: without(own) });
    await serve([process.execPath, 'node_modules/next/dist/bin/next', 'start'], { cwd: app.folder, env: own }, async (url) => {
      const tokens = [
        await askEndpoint(`${url}/api/token`),
        // No answer is kept and given again.
        await askEndpoint(`${url}/api/token`),
        ...(version === '16' ? [] : [await askEndpoint(`${url}/api/edge`)]),
        await submit(url, env['CONSUMER']!),
      ];
      if (new Set(tokens).size !== tokens.length) throw new Error('A token came twice.');
    });
  },
}));

/** Sends the form of the page, as a browser without JavaScript does, and gives the token that it leads to. */
async function submit(url: string, uuid: string): Promise<string> {
  const page = await (await fetch(url)).text();
  const form = new FormData();
  for (const [, name, value = ''] of page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)) form.set(name!, value);
  form.set('uuid', uuid);
  const answer = await fetch(url, { method: 'POST', body: form, redirect: 'manual' });
  const token = new URL(answer.headers.get('location') ?? '/', url).searchParams.get('token');
  if (token === null) throw new Error(`The action answered ${answer.status} ${await answer.text()}`);
  return token;
}

export const frameworkRows: readonly Consumer[] = [...nestRows, ...nextRows];

/** An environment with nothing of FinAuth's in it. */
function without(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('FINAUTH_')));
}

/** Takes out what a starter brings to edit code with. */
async function withoutTools({ folder }: Place, names: RegExp): Promise<void> {
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { devDependencies: Record<string, string> };
  manifest.devDependencies = Object.fromEntries(Object.entries(manifest.devDependencies).filter(([name]) => !names.test(name)));
  await writeFile(path, JSON.stringify(manifest));
}
